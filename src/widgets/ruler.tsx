// The ruler is the scrubber: one slider with words for its value, dragged by pointer or keys. On the same axis as the
// lanes; its knob stands in the lamp.

import type { TimePanelProps } from './time-panel-types.ts';
import { useSlider } from './use-slider.ts';

interface Props {
  readonly axis: { readonly lead: number; readonly column: number; readonly columns: number };
  readonly first: number;
  readonly now: number;
  readonly length: number;
  readonly offers: boolean;
  readonly words: TimePanelProps['words'];
  readonly still: boolean;
  onGo(step: number): void;
}

export function Ruler({ axis, first, now, length, offers, words, still, onGo }: Props) {
  const { lead, column, columns } = axis;
  const xOf = (step: number): number => (step < first ? lead / 2 : lead + (step - first + 0.5) * column);
  const slider = useSlider({
    value: now,
    max: length,
    text: words.value(now, length),
    label: words.step,
    onGo,
    at: (x) => {
      const step = x < lead ? first - 1 : first + Math.floor((x - lead) / column);
      return Math.min(step, first + columns - 1);
    },
  });
  const width = lead + column * columns;
  const end = Math.min(length, first + columns - 1);
  const start = first === 1 ? xOf(0) : 0;
  return (
    <div className="ruler">
      <span className="ruler-label">{words.step}</span>
      <div className="ruler-axis" style={{ width }}>
        {Array.from({ length: columns }, (_, index) => first + index).map((step) =>
          step <= length || (offers && step === length + 1) ? (
            <span
              key={step}
              className="tick"
              data-when={step === now ? 'now' : step < now ? 'past' : step <= length ? 'later' : 'next'}
              style={{ left: lead + (step - first) * column, width: column }}
            >
              {step === now
                ? column >= (step < 100 ? 92 : 106) && step < 1000
                  ? words.nowStep(step)
                  : words.shortStep(step)
                : step}
            </span>
          ) : null,
        )}
        {now < first ? (
          <span className="tick" data-when="now" style={{ left: 0, width: lead }}>
            {now}
          </span>
        ) : null}
        <div className="ruler-track" {...(still ? {} : slider)} data-still={still || undefined}>
          <span className="rail unmade" style={{ left: start, width: width - start }} />
          <span className="rail" style={{ left: start, width: Math.max(0, xOf(end) - start) }} />
          <span className="rail lived" style={{ left: start, width: Math.max(0, xOf(now) - start) }} />
          <span className="knob" style={{ transform: `translateX(${xOf(now)}px)` }} />
        </div>
      </div>
    </div>
  );
}
