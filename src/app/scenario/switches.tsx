// The two switches of the scenario that matter, and the way to all others. A switch replays the same choices under the
// new setting.

import type { Scenario, Switch } from '../../contract/system.ts';
import { lazyPart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import type { SystemHead } from '../store.ts';
import { set, usePage } from '../store.ts';
import { switchName } from '../system-text.ts';
import { useT } from '../words.ts';
import type { SwitchProps } from './switch-control.tsx';
import { isOnOff, isShownText, Setting, Toggle } from './switch-control.tsx';
import './switches.css';

/** Those beside the title. */
export const mainSwitches = (system: SystemHead, scenario: Scenario): readonly Switch[] =>
  scenario.switches
    .flatMap((name) => system.switches.filter((one) => one.name === name && one.kind !== 'text'))
    .slice(0, 2);

const TextSettings = lazyPart(() => import('./text-settings.tsx').then((m) => m.TextSettings));

export function Switches() {
  const t = useT();
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  const useful = usePage((state) => state.shown.rows);
  if (!system || !scenario || !params) return null;
  const main = mainSwitches(system, scenario);
  return (
    <div className="switches">
      <div className="row">
        {main.map((one) => (
          <MainSwitch key={one.name} one={one} value={params[one.name] ?? one.default} />
        ))}
        {system.switches.some((one) => isShownText(one, scenario, params)) ? <TextSettings /> : null}
        {main.length < system.switches.filter(({ kind }) => kind !== 'text').length ? (
          <button
            type="button"
            className="button bare"
            data-due={!useful || undefined}
            onClick={() => set({ dialog: 'switches' })}
          >
            {t('switches.more')}
          </button>
        ) : null}
      </div>
    </div>
  );
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
