// The small run of the same that can be stepped through: it says how small it is, and where it goes wrong.

import { text } from '../../base/text.ts';
import type { SmallRun } from '../../contract/system.ts';
import { Say } from '../say.tsx';

interface Props {
  readonly small: SmallRun | undefined;
  steps(): void;
}

export function SmallRunPart({ small, steps }: Props) {
  const [first] = small?.bad ?? [];
  return (
    <section className="small-run" data-part="small">
      <div>
        <h2>
          <Say text={text(small ? 'measure.small' : 'measure.race')} />
        </h2>
        {small ? (
          <p>
            <Say text={small.says} />{' '}
            <Say
              text={
                first === undefined ? text('small.good') : text('small.bad', { n: small.bad.length, first })
              }
            />
          </p>
        ) : null}
      </div>
      <button type="button" className="button filled" onClick={steps}>
        <Say text={small ? text('measure.open', { n: small.steps }) : text('measure.steps')} />
      </button>
      {small ? <Marks small={small} /> : null}
    </section>
  );
}

/** One mark a step, a cross where it goes wrong; past so many, the crosses alone. */
const MOST = 120;
const WIDTH = 720;

function Marks({ small: { steps, bad } }: { readonly small: SmallRun }) {
  const at = (step: number): number => 8 + ((step - 1) * (WIDTH - 16)) / Math.max(1, steps - 1);
  const all = Array.from({ length: steps }, (_, i) => i + 1);
  const wrong = new Set(bad);
  const named = all.filter((step) => step === 1 || step === steps || (step % 10 === 0 && steps - step > 3));
  return (
    <div className="small-marks" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" aria-hidden="true">
        <path className="small-line" d={`M0,8H${WIDTH}`} />
        {steps > MOST
          ? null
          : all.map((step) =>
              wrong.has(step) ? null : <path key={step} className="small-tick" d={`M${at(step)},4v8`} />,
            )}
      </svg>
      {bad.map((step) => (
        <span key={step} className="small-bad" style={{ left: `${(100 * at(step)) / WIDTH}%` }}>
          ✕
        </span>
      ))}
      {named.map((step) => (
        <span key={step} className="small-number" style={{ left: `${(100 * at(step)) / WIDTH}%` }}>
          {step}
        </span>
      ))}
    </div>
  );
}
