// In the end: what each run keeps, breaks and shows, side by side; then the way on.

import type { CompareOutcome, CompareSide } from '../../session/api.ts';
import { usePlain } from '../../widgets/say.tsx';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { endCompare } from '../compare.ts';
import { scenarioHash } from '../route.ts';
import { setSwitch } from '../settings.ts';
import type { Comparing } from '../store.ts';
import { usePage } from '../store.ts';
import { scenarioName } from '../system-text.ts';
import { view } from '../view-settings.ts';
import { useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';
import { PropertyNote } from './property-note.tsx';
import { wordOf } from './verdict-word.ts';

interface Props {
  readonly outcome: CompareOutcome;
  readonly titles: Drawn['titles'];
  readonly comparing: Comparing;
}

const SIDES = ['a', 'b'] as const;

export function CompareEnd({ outcome, titles, comparing }: Props) {
  const t = useT();
  const applies = (name: string): boolean =>
    SIDES.some((side) => outcome[side].promises.some((one) => one.name === name && one.reason === null));
  const [left, right] = [outcome.a.properties, outcome.b.properties];
  // A promise made under one setting only is no difference.
  const isMade = (name: string): boolean =>
    ![left[name], right[name]].some((verdict) => (verdict ?? 'does not apply') === 'does not apply');
  const differs = (name: string): boolean => isMade(name) && left[name] !== right[name];
  const names = outcome.a.promises.map(({ name }) => name).filter(applies);
  return (
    <>
      <section aria-labelledby="compare-end">
        <h2 id="compare-end">{t('compare.end')}</h2>
        <table className="compare-table">
          <thead>
            <tr>
              <td />
              {SIDES.map((side) => (
                <th key={side} scope="col">
                  {titles[side]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name} data-differs={differs(name) || undefined}>
                <th scope="row">
                  <span className="compare-name">
                    {differs(name) ? (
                      <>
                        <span aria-hidden="true">≠ </span>
                        <span className="visually-hidden">{`${t('compare.differs')}: `}</span>
                      </>
                    ) : null}
                    <PropertyNote name={name} />
                  </span>
                </th>
                {SIDES.map((side) => (
                  <td key={side}>
                    <Judged side={outcome[side]} name={name} />
                  </td>
                ))}
              </tr>
            ))}
            <Facts outcome={outcome} />
          </tbody>
        </table>
      </section>
      {view.lock ? null : <WayOn titles={titles} comparing={comparing} />}
    </>
  );
}

function Judged({ side, name }: { readonly side: CompareSide; readonly name: string }) {
  const t = useT();
  const words = usePage((state) => state.words);
  const verdict = side.properties[name] ?? 'does not apply';
  const reason = side.promises.find((one) => one.name === name)?.reason ?? null;
  return <VerdictWord verdict={verdict} word={wordOf({ reason }, words, t)(verdict)} />;
}

/** What can be seen of the two ends, where it is not the same. */
function Facts({ outcome }: { readonly outcome: CompareOutcome }) {
  const t = useT();
  const plain = usePlain();
  const said = SIDES.map((side) => outcome[side].facts.map(({ text }) => plain(text)));
  const own = said.map((facts, index) => facts.filter((fact) => !said[1 - index]?.includes(fact)));
  if (own.every((facts) => facts.length === 0)) return null;
  return (
    <tr>
      <th scope="row">{t('compare.seen')}</th>
      {own.map((facts, index) => (
        <td key={SIDES[index]}>
          <ul>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}

function WayOn({ titles, comparing }: Omit<Props, 'outcome'>) {
  const t = useT();
  const system = usePage((state) => state.frame?.system ?? '');
  const next = usePage((state) => state.scenario?.next ?? '');
  return (
    <div className="ending-on">
      {next === '' || view.embed ? null : (
        <a className="button filled" href={scenarioHash(system, next)}>
          {t('ending.next', { scenario: scenarioName(next) })}
        </a>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          const { name, value } = comparing;
          endCompare();
          void setSwitch(name, value);
        }}
      >
        {t('compare.goOn', { setting: titles.b })}
      </button>
    </div>
  );
}
