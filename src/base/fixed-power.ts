// The rest of what a calculator has of logarithms and exponentials, with the same bits in every engine: made of the
// four operations, square roots and `fixed-math.ts`. Names, signs and edges are ECMAScript's. Whole powers are products,
// so that those a double holds exactly are exact; relative error elsewhere below 1e-15 (tested), of `power` below
// 1e-15 * (1 + |y log x|).

import { exp, log } from './fixed-math.ts';

/** Whole exponents up to this are multiplied out. */
const MOST_FACTORS = 1100;

function product(x: number, n: number): number {
  let out = 1;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) out *= square;
    square *= square;
  }
  return out;
}

/** `x ** y` */
export function power(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) return size === 1 ? Number.NaN : size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  if (Number.isInteger(y) && Math.abs(y) <= MOST_FACTORS) {
    const whole = product(x, Math.abs(y));
    if (y > 0) return whole;
    // A product beyond the largest double may have an inverse that is not 0.
    const half = Math.floor(-y / 2);
    return Number.isFinite(whole) ? 1 / whole : 1 / product(x, half) / product(x, -y - half);
  }
  if (x < 0 && Number.isFinite(x) && !Number.isInteger(y)) return Number.NaN;
  const odd = Number.isInteger(y) && Math.abs(y % 2) === 1;
  const out = size === 0 || size === Number.POSITIVE_INFINITY ? edge(size, y) : root(size, y);
  return odd && (x < 0 || Object.is(x, -0)) ? -out : out;
}

const edge = (size: number, y: number): number => ((size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY);

function root(size: number, y: number): number {
  if (y === 0.5) return Math.sqrt(size);
  return exp(y * log(size));
}

export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Number.POSITIVE_INFINITY) return u;
  return (log(u) * x) / (u - 1);
}

export function expm1(x: number): number {
  if (x === 0) return x;
  if (Math.abs(x) > 0.35) return exp(x) - 1;
  let tail = 0;
  for (let n = 15; n >= 2; n--) tail = (tail + 1) * (x / n);
  return x + x * tail;
}

export function log2(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return log(x);
  let m = x;
  let exponent = 0;
  for (let by = 512; by >= 1; by /= 2) {
    const step = product(2, by);
    while (m >= step && by <= 512) {
      m /= step;
      exponent += by;
    }
    while (m < 1 && m * step < 2 && m * step > 0) {
      m *= step;
      exponent -= by;
    }
  }
  if (m > Math.SQRT2) {
    m /= 2;
    exponent += 1;
  }
  return exponent + log(m) * Math.LOG2E;
}

export function log10(x: number): number {
  const near = log(x) * Math.LOG10E;
  const whole = Math.round(near);
  return Number.isFinite(near) && power(10, whole) === x ? whole : near;
}

export function cbrt(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || !(size < Number.POSITIVE_INFINITY)) return x;
  // A tiny one has too few digits to cube; 2^54 times it has a root 2^18 times as large.
  if (size < 1e-290) return cbrt(x * 2 ** 54) / 2 ** 18;
  let y = exp(log(size) / 3);
  y -= (y * y * y - size) / (3 * y * y);
  const whole = Math.round(y);
  if (whole * whole * whole === size) y = whole;
  return x < 0 ? -y : y;
}

export function hypot(values: readonly number[]): number {
  let most = 0;
  for (const value of values) {
    if (Math.abs(value) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    most = Math.max(most, Math.abs(value));
  }
  if (!(most > 0)) return most;
  let sum = 0;
  for (const value of values) sum += (value / most) * (value / most);
  return Math.sqrt(sum) * most;
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) {
    const half = exp(size / 2);
    return Math.sign(x) * ((half / 2) * half);
  }
  const t = expm1(size);
  return x < 0 ? -(t + t / (t + 1)) / 2 : x === 0 ? x : (t + t / (t + 1)) / 2;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  const half = exp(size / 2);
  return size > 22 ? (half / 2) * half : (exp(size) + exp(-size)) / 2;
}

export function tanh(x: number): number {
  if (x === 0) return x;
  const size = Math.abs(x);
  const t = size > 22 ? 1 : expm1(2 * size) / (expm1(2 * size) + 2);
  return x < 0 ? -t : t;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || size === Number.POSITIVE_INFINITY) return x;
  const out =
    size > 2 ** 28 ? log(size) + Math.LN2 : log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return x < 0 ? -out : out;
}

export function acosh(x: number): number {
  if (x > 2 ** 28) return log(x) + (x === Number.POSITIVE_INFINITY ? 0 : Math.LN2);
  const t = x - 1;
  return t < 0 ? Number.NaN : log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size === 0) return x;
  const out = 0.5 * log1p((2 * size) / (1 - size));
  return x < 0 ? -out : size === 1 ? Number.POSITIVE_INFINITY : out;
}
