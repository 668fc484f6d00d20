// Sines, tangents and their inverses with the same bits in every engine, of the four operations alone. An angle is
// brought below pi/4 by pi/2 in parts (Cody and Waite; Muller, "Elementary Functions" (2016), ch. 11), a large one by
// whole numbers of 1,200 bits, which is as exact as any double needs. Relative error below 1e-15 (tested).

/** pi/2 in two parts of 33 bits, and what is left. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303966e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;
const LARGE = 1e6;
const BITS = 1200n;
/** Bits of a remainder that are kept: the smallest one that a double has is above 2^-62. */
const KEPT = 120n;

/** The arc tangents of 0/16, 1/16, ... 16/16. */
const ARCS = [
  0.0, 0.06241880999595735, 0.12435499454676144, 0.18534794999569476, 0.24497866312686414, 0.3028848683749714,
  0.35877067027057225, 0.4124104415973873, 0.4636476090008061, 0.5123894603107377, 0.5585993153435624,
  0.6022873461349642, 0.6435011087932844, 0.6823165548747481, 0.7188299996216245, 0.7531512809621944,
  0.7853981633974483,
];
const HALF_PI = Math.PI / 2;

/** An angle as a number of quarter turns and what is left, in two parts. */
interface Reduced {
  quarter: number;
  r: number;
  low: number;
}
const out: Reduced = { quarter: 0, r: 0, low: 0 };

let halfPi: bigint | undefined;

/** pi/2 times 2^BITS, by Machin's formula. */
function wholeHalfPi(): bigint {
  const arc = (n: bigint): bigint => {
    let term = (1n << (BITS + 32n)) / n;
    let sum = 0n;
    for (let k = 1n; term !== 0n; k += 2n) {
      sum += k % 4n === 1n ? term / k : -(term / k);
      term /= n * n;
    }
    return sum;
  };
  halfPi ??= (8n * arc(5n) - 2n * arc(239n)) >> 32n;
  return halfPi;
}

function reduceLarge(x: number): Reduced {
  // A double from 10^6 on is a whole number of 2^-33.
  const scaled = (BigInt(Math.floor(x)) << BITS) + (BigInt((x % 1) * 2 ** 33) << (BITS - 33n));
  const unit = wholeHalfPi();
  let quarter = scaled / unit;
  let rest = scaled - quarter * unit;
  if (2n * rest > unit) {
    quarter += 1n;
    rest -= unit;
  }
  out.quarter = Number(quarter % 4n);
  out.r = Number(rest >> (BITS - KEPT)) / 2 ** 120;
  out.low = 0;
  return out;
}

/** For x from 0 on. */
function reduce(x: number): Reduced {
  if (x >= LARGE) return reduceLarge(x);
  const k = Math.round(x / HALF_PI);
  const t = x - k * HALF_PI_HIGH;
  const hi = t - k * HALF_PI_MIDDLE;
  const rest = k * HALF_PI_LOW - (t - hi - k * HALF_PI_MIDDLE);
  out.quarter = k % 4;
  out.r = hi - rest;
  out.low = hi - out.r - rest;
  return out;
}

/** |r| <= pi/4: Taylor's series leaves less than 1e-19. */
function sinOf(r: number, low: number): number {
  const z = r * r;
  let tail = 0;
  for (let n = 20; n >= 4; n -= 2) tail = (-(1 + tail) * z) / (n * (n + 1));
  return r + (r * ((-z / 6) * (1 + tail)) + low * (1 - z / 2));
}

function cosOf(r: number, low: number): number {
  const z = r * r;
  let tail = 0;
  for (let n = 19; n >= 3; n -= 2) tail = (-(1 + tail) * z) / (n * (n + 1));
  const half = z / 2;
  const w = 1 - half;
  return w + (1 - w - half + (-half * tail - r * low));
}

const turned = ({ quarter, r, low }: Reduced, by: number): number => {
  const q = (quarter + by) % 4;
  const value = q % 2 === 0 ? sinOf(r, low) : cosOf(r, low);
  return q >= 2 ? -value : value;
};

export function sin(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x === 0 ? x : Number.NaN;
  const value = turned(reduce(Math.abs(x)), 0);
  return x < 0 ? -value : value;
}

export function cos(x: number): number {
  return Number.isFinite(x) ? turned(reduce(Math.abs(x)), 1) : Number.NaN;
}

export function tan(x: number): number {
  return x === 0 ? x : sin(x) / cos(x);
}

export function atan(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x;
  const size = Math.abs(x);
  const value = size > 1 ? HALF_PI - (arc(1 / size) - 6.123233995736766e-17) : arc(size);
  return x < 0 ? -value : value;
}

/** 0 <= x <= 1: from the nearest sixteenth on, |t| <= 1/32. */
function arc(x: number): number {
  const i = Math.round(x * 16);
  const c = i / 16;
  const t = (x - c) / (1 + x * c);
  const z = t * t;
  let tail = 0;
  for (let n = 15; n >= 3; n -= 2) tail = -z * (1 / n + tail);
  return (ARCS[i] as number) + (t + t * tail);
}

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const left = x < 0 || Object.is(x, -0);
  const below = y < 0 || Object.is(y, -0);
  let angle: number;
  if (y === 0) angle = left ? Math.PI : 0;
  else if (x === 0) angle = HALF_PI;
  else if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    angle = Math.abs(x) === Number.POSITIVE_INFINITY ? (left ? 3 : 1) * (Math.PI / 4) : HALF_PI;
  } else {
    const sharp = atan(Math.abs(y) / Math.abs(x));
    angle = left ? Math.PI - (sharp - 1.2246467991473532e-16) : sharp;
  }
  return below ? -angle : angle;
}

const beside = (x: number): number => Math.sqrt((1 - x) * (1 + x));
export const asin = (x: number): number =>
  x === 0 ? x : Math.abs(x) <= 1 ? atan2(x, beside(x)) : Number.NaN;
export const acos = (x: number): number => (Math.abs(x) <= 1 ? atan2(beside(x), x) : Number.NaN);
