// How long a block takes: 200 headers mined one after another at an easy target, and after how many tries each was found,
// in tries that are expected. Each try is as likely as any other to be the last, so the wait has no memory: what is still
// not found after one expected wait takes another one. Beside it the waits for real blocks, in their mean, and the law, exponential, and where 99 of 100 sets of
// 200 lie.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../../base/bytes.ts';
import { exp } from '../../../base/fixed-math.ts';
import { grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Figure, Findings, Params } from '../../../contract/system.ts';
import { toCompact } from '../consensus/target.ts';
import { EIGHTHS, WAITS } from './arrivals.ts';
import { miningSettings } from './settings.ts';

export const BLOCKS = 200;
/** One hash in 4,096 is enough: 200 blocks are 820,000 hashes. */
const EXPECTED = 4096;
export const TARGET = (1n << 244n) - 1n;

export interface LawInput {
  readonly header: string;
  readonly seed: number;
}

/** The header with other transactions in it, and the easy target in its bits. */
export function headerOf({ header, seed }: LawInput, block: number): string {
  const bytes = bytesOfHex(header);
  bytes.set(sha256(utf8(`block ${block} of seed ${seed}`)), 36);
  new DataView(bytes.buffer).setUint32(72, toCompact(TARGET), true);
  return hexOf(bytes);
}

function waitsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const tries = Array.from({ length: BLOCKS }, (_, block) => view.getUint32(4 * block));
  return tries.map((each) => each / EXPECTED).sort((a, b) => a - b);
}

const STEP = 0.125;
const FARTHEST_X = 6;
const XS = Array.from({ length: FARTHEST_X / STEP + 1 }, (_, i) => i * STEP);

/** Of BLOCKS that each outlast with this chance: the fewest and the most that do, but for 1 set in 200 on either side. */
function between(chance: number): [low: number, high: number] {
  // The binomial law, term by term from the one before; it stays above the smallest numbers for these chances.
  let low = 0;
  let high = BLOCKS;
  let term = 1;
  const terms = [1];
  for (let n = 1; n <= BLOCKS; n++) {
    term *= ((BLOCKS - n + 1) / n) * (chance / (1 - chance));
    terms.push(term);
    if (term > 1e200) {
      for (let i = 0; i < terms.length; i++) terms[i] = (terms[i] as number) / 1e200;
      term /= 1e200;
    }
  }
  const sum = terms.reduce((a, b) => a + b, 0);
  let below = 0;
  for (let n = 0; n <= BLOCKS; n++) {
    below += (terms[n] as number) / sum;
    if (below < 0.005) low = n + 1;
    if (below >= 0.995) {
      high = n;
      break;
    }
  }
  return [low / BLOCKS, high / BLOCKS];
}

const share = (all: readonly number[], over: number): number =>
  all.filter((wait) => wait > over).length / all.length;
const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
/** Below this a logarithmic axis has no place: less than one of BLOCKS. */
const LEAST = 1 / (2 * BLOCKS);

function findingsOf(all: readonly number[]): Findings {
  const outlasted = all.filter((wait) => wait > 1);
  const more = mean(outlasted.map((wait) => wait - 1));
  const half = all[BLOCKS / 2] as number;
  const two = (n: number): string => n.toFixed(2);
  const percent = (n: number): string => (100 * n).toFixed(1);
  const figure = (id: string, n: string): Figure => ({
    id,
    label: text(`law.figure.${id}`),
    value: text(`law.figure.${id}.value`, { n }),
    fixed: null,
  });
  const mined = XS.flatMap((x) => (share(all, x) > 0 ? [[x, 100 * share(all, x)] as const] : []));
  const real = XS.flatMap((x, i) => [[x, (100 * (EIGHTHS[i] as number)) / WAITS] as const]);
  const law = XS.map((x) => [x, 100 * exp(-x)] as const);
  return {
    metrics: {
      meanWaits: mean(all),
      medianWaits: half,
      outlastedPercent: 100 * share(all, 1),
      moreWaits: more,
      overThreePercent: 100 * share(all, 3),
    },
    answer: text('law.answer', { n: outlasted.length, of: BLOCKS, more: two(more) }),
    here: text('law.here', { expected: grouped(EXPECTED) }),
    figures: [
      figure('mean', two(mean(all))),
      figure('half', two(half)),
      figure('three', percent(share(all, 3))),
    ],
    fix: null,
    plots: [
      {
        id: 'waits',
        tab: text('law.tab'),
        title: text('law.answer', { n: outlasted.length, of: BLOCKS, more: two(more) }),
        x: { label: text('law.x'), unit: text('law.x.unit'), scale: 'linear' },
        y: { label: text('law.y'), unit: text('law.y.unit'), scale: 'log' },
        now: 'mined',
        series: [
          { id: 'mined', label: text('law.mined', { of: BLOCKS }), points: mined },
          { id: 'real', label: text('law.real', { of: grouped(WAITS) }), points: real },
          {
            id: 'law',
            label: text('law.exponential'),
            points: law,
            band: XS.map((x) => {
              const [low, high] = x === 0 ? [1, 1] : between(exp(-x));
              return [x, 100 * Math.max(LEAST, low), 100 * Math.max(LEAST, high)] as const;
            }),
          },
        ],
      },
    ],
    fill: { of: text('none'), x: { span: 1, unit: text('none') }, boxes: [], back: [] },
  };
}

export async function lawExperiment(params: Params, seed: number): Promise<Experiment> {
  const { header } = miningSettings(params);
  return {
    job: { kind: 'bitcoin/waits', input: { header, seed } satisfies LawInput },
    read: (bytes) => findingsOf(waitsOf(bytes)),
  };
}
