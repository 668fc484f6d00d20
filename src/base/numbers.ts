// Numbers as people write them. What is said of a measurement is rounded here, by one rule: two significant digits
// below a hundred, three from there on. A share close to the whole is as exact as what is missing of it; one near nothing
// is less than a tenth of a percent: more digits would be the noise of a few runs.

/** 1,001 */
export const grouped = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');

/** 0.26, 4.3, 74, 488, 55,600 */
export function about(n: number): string {
  const size = Math.abs(n);
  if (size === 0) return '0';
  const rounded = toDigits(n, size < 99.5 ? 2 : 3);
  return Math.abs(rounded) < 1000 ? String(rounded) : grouped(rounded);
}

/** A share in percent: <0.1, 0.26, 48, 98.8, 99.953. */
export function percent(n: number): string {
  if (n > 0 && n < 0.1) return '<0.1';
  if (n <= 90 || n >= 100) return about(n);
  return String(Number((100 - toDigits(100 - n, 2)).toFixed(6)));
}

const UNITS = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Where there is little room: 950, 35 k, 11.9 M, 1 G. Whole below ten thousand. */
export function short(n: number): string {
  if (Math.abs(n) < 10_000) return grouped(n);
  const rounded = toDigits(n, 3);
  for (const [unit, letter] of UNITS) {
    if (Math.abs(rounded) >= unit) return `${toDigits(rounded / unit, 3)} ${letter}`;
  }
  return grouped(n);
}

/** Rounded to so many significant digits. */
function toDigits(n: number, digits: number): number {
  return Number(n.toPrecision(digits));
}
