// The switches of the scenario: the ones that matter, and all others behind "More switches" with a note each. A switch
// replays the same choices under the new setting.

import { useId, useState } from 'react';
import type { ChoiceSwitch, NumberSwitch, Switch } from '../../kernel/system.ts';
import { Say } from '../../widgets/say.tsx';
import { setSwitch } from '../settings.ts';
import { usePage } from '../store.ts';
import { switchName, switchNote, switchValue } from '../system-text.ts';
import { useT } from '../words.ts';
import './switches.css';

const isOnOff = (one: Switch): one is ChoiceSwitch =>
  one.kind === 'choice' && one.values.length === 2 && one.values.includes('on') && one.values.includes('off');

export function Switches() {
  const t = useT();
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  const useful = usePage((state) => state.shown.rows);
  const [more, setMore] = useState(false);
  if (!system || !scenario || !params) return null;
  const named = scenario.switches.flatMap((name) => system.switches.filter((one) => one.name === name));
  const main = named.slice(0, 2);
  const rest = system.switches.filter((one) => !main.includes(one));
  return (
    <div className="switches">
      <div className="row">
        {main.map((one) => (
          <MainSwitch key={one.name} one={one} value={params[one.name] ?? one.default} />
        ))}
        {useful && rest.length > 0 ? (
          <button type="button" className="button bare" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? t('switches.fewer') : t('switches.more')}
          </button>
        ) : null}
      </div>
      {more ? (
        <ul className="more-switches">
          {rest.map((one) => (
            <li key={one.name}>
              <NotedSwitch one={one} value={params[one.name] ?? one.default} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface SwitchProps {
  readonly one: Switch;
  readonly value: string | number;
}

function MainSwitch({ one, value }: SwitchProps) {
  if (isOnOff(one)) return <Toggle name={one.name} on={value === 'on'} pill />;
  return (
    <div className="pill">
      <span className="pill-name">
        <Say text={switchName(one.name)} />
      </span>
      <Setting one={one} value={value} />
    </div>
  );
}

function Toggle({
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
      onClick={() => void setSwitch(name, on ? 'off' : 'on')}
    >
      <span className="track" aria-hidden="true" />
      <span>
        <Say text={switchName(name)} />
      </span>
      <span className="visually-hidden">{on ? t('switches.on') : t('switches.off')}</span>
    </button>
  );
}

function NotedSwitch({ one, value }: SwitchProps) {
  const note = useId();
  return (
    <div className="noted" aria-describedby={note}>
      {isOnOff(one) ? (
        <Toggle name={one.name} on={value === 'on'} />
      ) : (
        <>
          <span className="noted-name">
            <Say text={switchName(one.name)} />
          </span>
          <Setting one={one} value={value} />
        </>
      )}
      <p id={note} className="small">
        <Say text={switchNote(one.name)} />
      </p>
    </div>
  );
}

function Setting({ one, value }: SwitchProps) {
  if (one.kind === 'number') return <Stepper one={one} value={Number(value)} />;
  return one.values.join('').length > SEGMENTS ? (
    <Picker one={one} value={String(value)} />
  ) : (
    <Segments one={one} value={String(value)} />
  );
}

/** Letters of all values together that still stand side by side. */
const SEGMENTS = 16;

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
  const put = (next: number): void =>
    void setSwitch(one.name, Math.max(one.min, Math.min(one.max, Math.round(next))));
  return (
    <div className="stepper">
      <button
        type="button"
        aria-label={t('switches.less', { name: switchName(one.name) })}
        disabled={value <= one.min}
        onClick={() => put(value - 1)}
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
          if (Number.isFinite(typed)) put(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <button
        type="button"
        aria-label={t('switches.plus', { name: switchName(one.name) })}
        disabled={value >= one.max}
        onClick={() => put(value + 1)}
      >
        +
      </button>
    </div>
  );
}
