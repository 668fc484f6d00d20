// A number as a slider, in its unit, with its two ends and a ring where a paper has it. It is held while it is dragged
// and given on once it is let go; where it is the axis of a plot, the lamp stands on both.

import { useId } from 'react';
import type { Text } from '../base/text.ts';
import { Say, usePlain } from './say.tsx';
import type { Range } from './slider-scale.ts';
import { byRatio, POSITIONS, positionOf, valueAt } from './slider-scale.ts';
import './number-slider.css';

interface Props {
  readonly name: Text;
  readonly note: Text;
  readonly range: Range;
  readonly value: number;
  /** The lamp stands on it. */
  readonly lit?: boolean;
  /** Set by something else: what says so. */
  readonly still?: Text | null;
  /** Where a paper has it. */
  readonly ring?: number | null;
  /** A value in words: in its unit. */
  said(value: number): Text;
  onHold(value: number): void;
  onSet(): void;
}

export function NumberSlider(props: Props) {
  const { name, note, range, value, lit = false, still = null, ring = null, said, onHold, onSet } = props;
  const plain = usePlain();
  const id = useId();
  const ratio = byRatio(range);
  const [least, most] = ratio ? [0, POSITIONS] : [range.min, range.max];
  const share = (n: number): number => (100 * (positionOf(range, n) - least)) / (most - least);
  return (
    <div className="number-slider" data-lit={lit || undefined} data-still={still ? '' : undefined}>
      <label htmlFor={id} title={plain(note)}>
        <Say text={name} />
      </label>
      <output htmlFor={id}>
        <Say text={still ?? said(value)} />
      </output>
      <div className="number-rail">
        {ring !== null && ring >= range.min && ring <= range.max ? (
          <span
            className="number-ring"
            style={{ left: `calc(8px + ${share(ring) / 100} * (100% - 16px))` }}
          />
        ) : null}
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          value={positionOf(range, value)}
          disabled={still !== null}
          aria-valuetext={plain(still ?? said(value))}
          onChange={(event) => onHold(valueAt(range, Number(event.target.value)))}
          onPointerUp={onSet}
          onKeyUp={onSet}
          onBlur={onSet}
        />
      </div>
      <span className="number-ends" aria-hidden="true">
        <span>
          <Say text={said(range.min)} />
        </span>
        <span>
          <Say text={said(range.max)} />
        </span>
      </span>
    </div>
  );
}
