// The name of an axis with its unit, and its scale where it is not the plain one.

import { Say, usePlain } from '../say.tsx';
import type { PlotAxis } from './plot-types.ts';

export function AxisWords({ axis, log }: { readonly axis: PlotAxis; readonly log: string }) {
  const unit = usePlain()(axis.unit);
  const notes = [unit, axis.scale === 'log' ? log : ''].filter((note) => note !== '').join(', ');
  return (
    <>
      <Say text={axis.label} />
      {notes ? <span className="plot-unit"> ({notes})</span> : null}
    </>
  );
}
