// The numbers of a load as sliders: they set the page's own switches, once let go.

import { useState } from 'react';
import type { NumberSwitch, Params, Switch } from '../../kernel/system.ts';
import { Say } from '../../widgets/say.tsx';
import { switchName, switchNote } from '../system-text.ts';
import { inWords } from '../words.ts';
import { byRatio, POSITIONS, positionOf, valueAt } from './slider-scale.ts';

interface Props {
  readonly switches: readonly Switch[];
  readonly params: Params;
  onSet(name: string, value: number): void;
}

export function LoadSliders({ switches, params, onSet }: Props) {
  const numbers = switches.filter((one): one is NumberSwitch => one.kind === 'number');
  if (numbers.length === 0) return null;
  return (
    <div className="load-sliders">
      {numbers.map((one) => {
        const value = Number(params[one.name] ?? one.default);
        return <Slider key={`${one.name} ${value}`} one={one} value={value} onSet={onSet} />;
      })}
    </div>
  );
}

interface SliderProps {
  readonly one: NumberSwitch;
  readonly value: number;
  readonly onSet: Props['onSet'];
}

function Slider({ one, value, onSet }: SliderProps) {
  const [held, setHeld] = useState(value);
  const ratio = byRatio(one);
  const settle = (): void => {
    if (held !== value) onSet(one.name, held);
  };
  return (
    <label className="load-slider">
      <span className="load-name">
        <span title={inWords(switchNote(one.name))}>
          <Say text={switchName(one.name)} />
        </span>
        <output>{held.toLocaleString('en')}</output>
      </span>
      <input
        type="range"
        min={ratio ? 0 : one.min}
        max={ratio ? POSITIONS : one.max}
        value={positionOf(one, held)}
        aria-valuetext={held.toLocaleString('en')}
        onChange={(event) => setHeld(valueAt(one, Number(event.target.value)))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </label>
  );
}
