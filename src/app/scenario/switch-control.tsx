// One switch as a control: on and off, a few values side by side, many in a list, a number stepped.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type {
  ChoiceSwitch,
  NumberSwitch,
  Params,
  Scenario,
  Switch,
  TextSwitch,
} from '../../contract/system.ts';
import { switchMatters } from '../../contract/system.ts';
import { Say } from '../../widgets/say.tsx';
import { setSwitch } from '../settings.ts';
import { switchName, switchValue } from '../system-text.ts';
import { inWords, useT } from '../words.ts';
import './switches.css';

export const isOnOff = (one: Switch): one is ChoiceSwitch =>
  one.kind === 'choice' && one.values.length === 2 && one.values.includes('on') && one.values.includes('off');

/** Texts that can be set here: those the scenario is about, and what matters besides. */
export const isShownText = (one: Switch, scenario: Scenario, params: Params): one is TextSwitch =>
  one.kind === 'text' && (scenario.switches.includes(one.name) || switchMatters(one, params));

export interface SwitchProps {
  readonly one: Switch;
  readonly value: string | number;
}

export function Toggle({
  name,
  on,
  pill,
}: {
  readonly name: string;
  readonly on: boolean;
  readonly pill?: boolean;
}) {
  const t = useT();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className={pill ? 'pill toggle' : 'toggle'}
      onClick={() => void setSwitch(name, (now) => (now === 'on' ? 'off' : 'on'))}
    >
      <span className="track" aria-hidden="true" />
      <span>
        <Say text={switchName(name)} />
      </span>
      <span className="visually-hidden">{on ? t('switches.on') : t('switches.off')}</span>
    </button>
  );
}

/** A setting that is a text has a room of its own (text-settings.tsx). */
export function Setting({ one, value }: SwitchProps) {
  if (one.kind === 'text') return null;
  if (one.kind === 'number') return <Stepper one={one} value={Number(value)} />;
  const letters = one.values.reduce((sum, each) => sum + lettersOf(inWords(switchText(one.name, each))), 0);
  return letters > SEGMENTS ? (
    <Picker one={one} value={String(value)} />
  ) : (
    <Segments one={one} value={String(value)} />
  );
}

/** Letters of all values together that still stand side by side. */
const SEGMENTS = 24;

const switchText = (name: string, value: string): Text => text(`switch.${name}.${value}`);

/** Wide characters count twice. */
export const lettersOf = (words: string): number => words.replace(/[^\x20-\x7e]/g, 'ww').length;

function Picker({ one, value }: { readonly one: ChoiceSwitch; readonly value: string }) {
  const t = useT();
  const words = (each: string): string => t('page.words', { words: switchValue(one.name, each) });
  return (
    <select
      className="picker"
      aria-label={t('page.words', { words: switchName(one.name) })}
      value={value}
      onChange={(event) => void setSwitch(one.name, event.target.value)}
    >
      {one.values.map((each) => (
        <option key={each} value={each}>
          {words(each)}
        </option>
      ))}
    </select>
  );
}

function Segments({ one, value }: { readonly one: ChoiceSwitch; readonly value: string }) {
  return (
    <div className="segments" role="radiogroup">
      {one.values.map((each) => (
        <label key={each} data-on={each === value || undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={one.name}
            checked={each === value}
            onChange={() => void setSwitch(one.name, each)}
          />
          <SwitchValue name={one.name} value={each} />
        </label>
      ))}
    </div>
  );
}

function SwitchValue({ name, value }: { readonly name: string; readonly value: string }) {
  const words = switchValue(name, value);
  return typeof words === 'string' ? words : <Say text={words} />;
}

function Stepper({ one, value }: { readonly one: NumberSwitch; readonly value: number }) {
  const t = useT();
  const name = t('page.words', { words: switchName(one.name) });
  const within = (next: number): number => Math.max(one.min, Math.min(one.max, Math.round(next)));
  const step = (by: number): void => void setSwitch(one.name, (now) => within(Number(now) + by));
  return (
    <div className="stepper">
      <button
        type="button"
        aria-label={t('switches.less', { name: switchName(one.name) })}
        disabled={value <= one.min}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        key={value}
        type="text"
        inputMode="numeric"
        aria-label={name}
        defaultValue={value}
        onBlur={(event) => {
          const typed = Number(event.target.value);
          if (Number.isFinite(typed)) void setSwitch(one.name, within(typed));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <button
        type="button"
        aria-label={t('switches.plus', { name: switchName(one.name) })}
        disabled={value >= one.max}
        onClick={() => step(1)}
      >
        +
      </button>
    </div>
  );
}
