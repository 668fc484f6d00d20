// Numbers as a reader wants them: three significant digits below a thousand, commas above, k, M and G on an axis.

/** In full, for tables and readouts: 0.00123, 17.4, 1,300, 17,000. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 999.5) return commas(Math.round(value));
  if (size < 1e-6) return value.toExponential(2);
  return String(Number(value.toPrecision(3)));
}

/** Short, for ticks: 0.2, 500, 2k, 1.3M. */
export function tickFigure(value: number): string {
  const size = Math.abs(value);
  for (const [step, letter] of STEPS) {
    if (size >= step) return `${Number((value / step).toPrecision(3))}${letter}`;
  }
  return String(Number(value.toPrecision(3)));
}

const STEPS = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const satisfies readonly (readonly [number, string])[];

function commas(whole: number): string {
  const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
  return whole < 0 ? `−${digits}` : digits;
}
