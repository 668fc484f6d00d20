// All switches but the two beside the title, each with what it does.

import { useId } from 'react';
import type { Switch } from '../../contract/system.ts';
import { switchMatters } from '../../contract/system.ts';
import { Say } from '../../widgets/say.tsx';
import type { SwitchProps } from '../scenario/switch-control.tsx';
import { isOnOff, Setting, Toggle } from '../scenario/switch-control.tsx';
import { mainSwitches } from '../scenario/switches.tsx';
import { usePage } from '../store.ts';
import { switchName, switchNote } from '../system-text.ts';
import { useT } from '../words.ts';
import { Sheet } from './sheet.tsx';

export function SwitchesDialog() {
  const t = useT();
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  if (!system || !scenario || !params) return null;
  const main = mainSwitches(system, scenario);
  const matters = (one: Switch): boolean =>
    one.kind !== 'text' && (scenario.switches.includes(one.name) || switchMatters(one, params));
  return (
    <Sheet title={t('switches.more')} wide>
      <ul className="more-switches">
        {system.switches
          .filter((one) => !main.includes(one) && matters(one))
          .map((one) => (
            <li key={one.name}>
              <NotedSwitch one={one} value={params[one.name] ?? one.default} />
            </li>
          ))}
      </ul>
    </Sheet>
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
