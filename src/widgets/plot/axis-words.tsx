// The name of an axis with its unit.

import { Say, usePlain } from '../say.tsx';
import type { PlotAxis } from './plot-types.ts';

export function AxisWords({ axis }: { readonly axis: PlotAxis }) {
  const unit = usePlain()(axis.unit);
  return (
    <>
      <Say text={axis.label} />
      {unit ? <span className="plot-unit"> ({unit})</span> : null}
    </>
  );
}
