// The answer for the present setting, its figures, and what the fix would give; said in one breath to who listens.

import { numberWords } from '../../base/number-words.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Findings, NumberSwitch, Params } from '../../contract/system.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { Glossed } from '../glossed.tsx';
import { GlyphSign } from '../plot/glyph.tsx';
import { Say, usePlain } from '../say.tsx';

/** "window 400 requests": the setting on the plot's axis. */
export function useNow(head: ExperimentProps['head'], found: Findings | null, params: Params): string {
  const plain = usePlain();
  const first = head.scenario.switches
    .map((name) => head.switches.find((one) => one.name === name))
    .find((one): one is NumberSwitch => one?.kind === 'number');
  const { axis, here = 0 } = found?.plots[0] ?? {};
  const name = axis?.name ?? first?.name;
  const one = head.switches.find(
    (each): each is NumberSwitch => each.kind === 'number' && each.name === name,
  );
  if (!one) return '';
  const words = plain(text(`switch.${one.name}`));
  const value = axis?.still ? here / axis.times : Number(params[one.name] ?? one.default);
  return `${lower(words)} ${plain(numberWords(one, value, params))}`;
}

/** A name inside a sentence. */
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

interface Props {
  /** The question, which stands above it. */
  readonly asks: Text;
  readonly found: Findings | null;
  readonly now: string;
  /** From 0 to 1, where it takes long enough to be said. */
  readonly running: number | null;
}

export function Answer({ asks, found, now, running }: Props) {
  const plain = usePlain();
  return (
    <section className="experiment-answer">
      <div>
        <p className="experiment-now" data-part="now">
          {plain(text('measure.now', { what: now }))}
          {running === null ? null : (
            <span className="experiment-running">
              {plain(text('measure.running', { percent: Math.round(running * 100) }))}
            </span>
          )}
        </p>
        {found ? (
          <p className="experiment-here" data-told="here">
            <Glossed text={found.here} after={[asks]} />
          </p>
        ) : null}
      </div>
      {found ? (
        <ul className="experiment-figures">
          {found.figures.map(({ id, label, value, fixed }) => (
            <li key={id} data-told={`figure ${id}`}>
              <span className="figure-value">
                <Say text={value} />
              </span>
              <span className="figure-label">
                <Say text={label} />
              </span>
              {fixed && found.fix ? (
                <span className="figure-fixed">
                  <GlyphSign order={1} />
                  <span className="figure-fix">
                    <Say text={found.fix.label} />:{' '}
                  </span>
                  {plain(fixed)}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** "Window 400: 400 at a time are too many. items received 55,600 items/s, ..." */
export function useSpoken(found: Findings | null, now: string): string {
  const plain = usePlain();
  if (!found) return '';
  const figures = found.figures.map(({ label, value }) => `${plain(label)} ${plain(value)}`);
  return `${now}: ${plain(found.here)} ${figures.join(', ')}.`;
}
