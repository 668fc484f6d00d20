// What may be set: the fix as a switch, the numbers as sliders. The slider of the plot's axis comes first and is lit.

import { numberWords } from '../../base/number-words.ts';
import { text } from '../../base/text.ts';
import type { ChoiceSwitch, Findings, NumberSwitch, Params, Switch } from '../../contract/system.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { NumberSlider } from '../number-slider.tsx';
import { Say, usePlain } from '../say.tsx';
import type { Held } from './use-held.ts';

type Head = ExperimentProps['head'];
const isNumber = (one: Switch): one is NumberSwitch => one.kind === 'number';
const isChoice = (one: Switch): one is ChoiceSwitch => one.kind === 'choice';

const firstSwitches = ({ scenario, switches }: Head): readonly Switch[] =>
  scenario.switches.flatMap((name) => switches.filter((one) => one.name === name));

/** The switch that brings the fix. */
export const fixSwitch = (head: Head): ChoiceSwitch | undefined => firstSwitches(head).find(isChoice);

interface FixProps {
  readonly one: ChoiceSwitch;
  readonly params: Params;
  readonly bar?: boolean;
  set(changes: Params): void;
}

export function FixControl({ one, params, bar = false, set }: FixProps) {
  const plain = usePlain();
  const value = String(params[one.name] ?? one.default);
  const name = text(`switch.${one.name}`);
  if (one.values.length === 2 && one.values.includes('on')) {
    const on = value === 'on';
    return (
      <button
        type="button"
        role="switch"
        aria-checked={on}
        className="fix-card"
        data-bar={bar || undefined}
        data-part="fix"
        onClick={() => set({ [one.name]: on ? 'off' : 'on' })}
      >
        <span className="track" aria-hidden="true" />
        <span className="fix-words">
          <b>
            <Say text={name} />
          </b>
          {bar ? null : (
            <span className="fix-note">
              <Say text={text(`switch.${one.name}.note`)} />
            </span>
          )}
        </span>
        {bar ? null : (
          <span className="fix-state">
            <Say text={text(`switch.${one.name}.${value}`)} />
          </span>
        )}
      </button>
    );
  }
  if (bar) {
    // The list lies over its words, so that they may run over two lines.
    return (
      <label className="fix-card fix-select" data-bar="" data-part="fix">
        <span aria-hidden="true">{plain(text(`switch.${one.name}.${value}`))}</span>
        <span aria-hidden="true">▾</span>
        <select
          aria-label={plain(name)}
          value={value}
          onChange={(event) => set({ [one.name]: event.target.value })}
        >
          {one.values.map((each) => (
            <option key={each} value={each}>
              {plain(text(`switch.${one.name}.${each}`))}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset className="fix-card fix-list" data-part="fix">
      <legend className="visually-hidden">{plain(name)}</legend>
      <b aria-hidden="true">{plain(name)}</b>
      {one.values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={one.name}
            checked={each === value}
            onChange={() => set({ [one.name]: each })}
          />
          <span>{plain(text(`switch.${one.name}.${each}`))}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SlidersProps {
  readonly head: Head;
  readonly held: Held;
  readonly found: Findings | null;
}

export function Sliders({ head, held, found }: SlidersProps) {
  const plot = found?.plots[0];
  const axis = plot?.axis;
  const ring = plot?.published?.find(({ x }) => x !== undefined)?.x;
  return (
    <div className="experiment-sliders" data-part="settings">
      {firstSwitches(head)
        .filter(isNumber)
        .map((one) => {
          const lit = one.name === axis?.name;
          return (
            <NumberSlider
              key={one.name}
              name={text(`switch.${one.name}`)}
              note={text(`switch.${one.name}.note`)}
              range={lit && axis ? { min: axis.min, max: axis.max } : one}
              value={
                lit && axis?.still && plot?.here !== undefined
                  ? plot.here / axis.times
                  : Number(held.shown[one.name] ?? one.default)
              }
              lit={lit}
              still={lit && axis?.still ? text('measure.still') : null}
              ring={lit && axis && ring !== undefined ? ring / axis.times : null}
              said={(value) => numberWords(one, value, held.shown)}
              onHold={(value) => held.hold(one.name, value)}
              onSet={held.settle}
            />
          );
        })}
    </div>
  );
}
