// The headings of the columns: what was asked and what came back; right of the lamp, in blue, what may be asked next.

import type { CSSProperties } from 'react';
import type { Text } from '../base/text.ts';
import { CHOICES_AHEAD } from './lane-scene.ts';
import { Say } from './say.tsx';
import type { TimePanelProps } from './time-panel-types.ts';

type Props = Pick<
  TimePanelProps,
  | 'track'
  | 'first'
  | 'columns'
  | 'now'
  | 'choices'
  | 'words'
  | 'hot'
  | 'onHot'
  | 'onChoose'
  | 'onGo'
  | 'causes'
>;

interface LinesProps {
  readonly lines: readonly Text[];
  /** Those that are others in the run beside. */
  readonly differs: readonly number[] | undefined;
}

function Lines({ lines: [asked, answered], differs }: LinesProps) {
  return (
    <>
      {asked ? (
        <span className="asked" data-differs={differs?.includes(0) || undefined}>
          <Say text={asked} />
        </span>
      ) : null}
      {answered ? (
        <span className="answered" data-differs={differs?.includes(1) || undefined}>
          <Say text={answered} />
        </span>
      ) : null}
    </>
  );
}

const at = (column: number): CSSProperties => ({
  left: `calc(var(--gutter) + var(--lead) + var(--column) * ${column})`,
});

export function HeadingRow({
  track,
  first,
  columns,
  now,
  choices,
  words,
  hot,
  onHot,
  onChoose,
  onGo,
  causes,
}: Props) {
  const lines = choices.length > CHOICES_AHEAD - 1 ? choices.slice(0, 2) : choices.slice(0, 3);
  const rest = choices.length - lines.length;
  const wide = first + columns - 1 - now >= 2;
  return (
    <div className="headings">
      {now < first && first === 1 ? <span className="heading lead now">{words.start}</span> : null}
      {track.steps.map((step) => (
        <button
          key={step.step}
          type="button"
          tabIndex={-1}
          className="heading"
          data-cause={causes?.includes(step.step) || undefined}
          data-when={step.step === now ? 'now' : step.step < now ? 'past' : 'later'}
          style={at(step.step - first)}
          aria-label={words.goTo(step.step)}
          onClick={() => onGo(step.step)}
        >
          <Lines lines={step.mark.heading} differs={step.mark.differs} />
        </button>
      ))}
      {lines.length > 0 ? (
        <div className="heading offers" data-wide={wide || undefined} style={at(now + 1 - first)}>
          {lines.map((choice, index) => (
            <button
              key={choice.key}
              type="button"
              tabIndex={-1}
              className="asked"
              data-hot={hot === choice.key || undefined}
              onPointerEnter={() => onHot(choice.key)}
              onPointerLeave={() => onHot(null)}
              onClick={() => onChoose(choice.key)}
            >
              {index > 0 ? `${words.or} ` : ''}
              <Say text={choice.heading} />
            </button>
          ))}
          {rest > 0 ? <span className="answered">{words.more(rest)}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
