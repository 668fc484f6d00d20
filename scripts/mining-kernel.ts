// The mining kernel as a text: double SHA-256 (FIPS 180-4) of an 80-byte header of which only the nonce changes, worked out
// as far as it can be before a nonce is known. Every word is a constant, the same for all nonces of a job, or of one
// nonce; constants fold, what is the same for a job is computed once, and nothing is computed that the last word of the
// second digest does not need. The same rounds are printed as TypeScript for the product and as C for the benchmark.

import { ROUND, START } from '../src/systems/bitcoin/mining/sha256-words.ts';

/** A word while the kernel is being written. `job` and `nonce` name a variable or, for `nonce`, an expression. */
type Word =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'nonce'; readonly text: string };

/** What the two languages spell differently. */
interface Spelling {
  readonly right: (text: string, by: number) => string;
  readonly word: (sum: string) => string;
  readonly number: (value: number) => string;
}

const TYPESCRIPT: Spelling = {
  right: (text, by) => `${text} >>> ${by}`,
  word: (sum) => `(${sum}) | 0`,
  number: (value) => `${value | 0}`,
};
const C: Spelling = {
  right: (text, by) => `${text} >> ${by}`,
  word: (sum) => sum,
  number: (value) => `${value >>> 0}u`,
};

const constant = (value: number): Word => ({ kind: 'constant', value: value >>> 0 });
const nonce = (text: string): Word => ({ kind: 'nonce', text });
const isZero = (word: Word): boolean => word.kind === 'constant' && word.value === 0;
const rotate = (value: number, by: number): number => ((value >>> by) | (value << (32 - by))) >>> 0;

/** Which rotations and shift make up a sigma (FIPS 180-4, 4.1.2). */
const SIGMAS = {
  e: { rotations: [6, 11, 25], shift: null, temporary: 's' },
  a: { rotations: [2, 13, 22], shift: null, temporary: 't' },
  schedule15: { rotations: [7, 18], shift: 3, temporary: 'u' },
  schedule2: { rotations: [17, 19], shift: 10, temporary: 'v' },
} as const;
type Sigma = keyof typeof SIGMAS;

class Writer {
  /** Statements of one nonce. */
  readonly lines: string[] = [];
  readonly names = new Set<string>();
  readonly spelling: Spelling;
  readonly job: JobWords;
  constructor(spelling: Spelling, job: JobWords) {
    this.spelling = spelling;
    this.job = job;
  }

  /** Puts a word into a variable, so that it can be used more than once. */
  keep(name: string, word: Word): Word {
    if (word.kind !== 'nonce') return word;
    this.names.add(name);
    this.lines.push(`${name} = ${word.text};`);
    return nonce(name);
  }

  text(word: Word): string {
    if (word.kind === 'constant') return this.spelling.number(word.value);
    return word.kind === 'job' ? word.name : word.text;
  }

  /** Constants and words of the job are added up beforehand, to one. */
  sum(words: readonly Word[]): Word {
    let known = 0;
    for (const word of words) if (word.kind === 'constant') known = (known + word.value) >>> 0;
    const once = this.job.sum(
      words.filter((word) => word.kind === 'job'),
      known,
    );
    const each = words.filter((word) => word.kind === 'nonce').map((word) => this.text(word));
    if (each.length === 0) return once;
    const all = isZero(once) ? each : [...each, this.text(once)];
    return nonce(all.length === 1 ? (all[0] as string) : this.spelling.word(all.join(' + ')));
  }

  xor(a: Word, b: Word): Word {
    if (a.kind === 'constant' && b.kind === 'constant') return constant(a.value ^ b.value);
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    const text = `(${this.text(a)} ^ ${this.text(b)})`;
    return a.kind === 'nonce' || b.kind === 'nonce' ? nonce(text) : this.job.named(text);
  }

  and(a: Word, b: Word): Word {
    if (a.kind === 'constant' && b.kind === 'constant') return constant(a.value & b.value);
    if (isZero(a) || isZero(b)) return constant(0);
    const text = `(${this.text(a)} & ${this.text(b)})`;
    return a.kind === 'nonce' || b.kind === 'nonce' ? nonce(text) : this.job.named(text);
  }

  /** Rotations nested in each other: as many operations as side by side, but fewer moves between registers. */
  sigma(which: Sigma, word: Word): Word {
    const { rotations, shift, temporary } = SIGMAS[which];
    if (word.kind === 'constant') {
      let value = shift === null ? 0 : word.value >>> shift;
      for (const by of rotations) value ^= rotate(word.value, by);
      return constant(value);
    }
    const x = this.text(word);
    const { right } = this.spelling;
    const turned = (text: string, by: number): string => `(${right(text, by)} | ${text} << ${32 - by})`;
    const put = (text: string): string => {
      if (word.kind === 'job') return this.text(this.job.named(text));
      this.names.add(temporary);
      this.lines.push(`${temporary} = ${text};`);
      return temporary;
    };
    let inner = x;
    for (let i = rotations.length - 1; i > 0; i--) {
      inner = put(`${turned(inner, (rotations[i] as number) - (rotations[i - 1] as number))} ^ ${x}`);
    }
    const whole = turned(inner, rotations[0]);
    const text = shift === null ? whole : `(${whole} ^ ${right(x, shift)})`;
    return word.kind === 'job' ? this.job.named(text) : nonce(text);
  }

  /** Rounds 0 to `rounds` - 1 of one compression; only the word e is wanted of the last ones where `onlyE` says so. */
  rounds(start: readonly Word[], message: readonly Word[], rounds: number, onlyE: boolean): Word[] {
    const w = [...message];
    let [a, b, c, d, e, f, g, h] = start as [Word, Word, Word, Word, Word, Word, Word, Word];
    const free = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const nameOf = (word: Word): string => (word.kind === 'nonce' ? word.text : (free.shift() as string));
    let bc = this.xor(b, c);
    for (let t = 0; t < rounds; t++) {
      if (t >= 16) w[t % 16] = this.schedule(w, t);
      const first: Word[] = [
        h,
        this.sigma('e', e),
        this.xor(g, this.and(e, this.xor(f, g))),
        constant(ROUND[t] as number),
        w[t % 16] as Word,
      ];
      // What only e of the last round needs: the a of the three rounds before it has nobody to read it.
      const last = onlyE && t > rounds - 5;
      if (last) {
        [e, f, g, h] = [this.keep(nameOf(d), this.sum([d, ...first])), e, f, g];
        [b, c, d] = [a, b, c];
        continue;
      }
      const varying = first.filter((word) => word.kind === 'nonce');
      const simple = varying.length === 1 && /^w\d+$/.test((varying[0] as { text: string }).text);
      // The sum is used twice: it gets the variable of h, which nobody reads again.
      const sum = simple ? null : this.sum(first);
      const t1 = sum?.kind === 'nonce' ? this.keep(nameOf(h), sum) : sum;
      const terms = t1 ? [t1] : first;
      const ab = this.keep(t % 2 === 0 ? 'p' : 'q', this.xor(a, b));
      const majority = this.xor(b, this.and(ab, bc));
      const nextE = this.sum([d, ...terms]);
      const keptE = nextE.kind === 'nonce' ? this.keep(nameOf(d), nextE) : nextE;
      const nextA = this.sum([...terms, this.sigma('a', a), majority]);
      const keptA =
        nextA.kind === 'nonce' ? this.keep(t1?.kind === 'nonce' ? t1.text : nameOf(h), nextA) : nextA;
      [a, b, c, d, e, f, g, h] = [keptA, a, b, c, keptE, e, f, g];
      bc = ab;
    }
    return [a, b, c, d, e, f, g, h];
  }

  schedule(w: readonly Word[], t: number): Word {
    const at = (back: number): Word => w[(t - back) % 16] as Word;
    const s0 = this.sigma('schedule15', at(15));
    return this.keep(`w${t % 16}`, this.sum([at(16), s0, at(7), this.sigma('schedule2', at(2))]));
  }
}

/** Words that are the same for all nonces of a job, each worked out once, named by their place. */
class JobWords {
  readonly texts: string[] = [];
  readonly spelling: Spelling;
  constructor(spelling: Spelling) {
    this.spelling = spelling;
  }

  named(text: string): Word {
    const found = this.texts.indexOf(text);
    const at = found >= 0 ? found : this.texts.push(text) - 1;
    return { kind: 'job', name: `j${at}` };
  }

  sum(words: readonly Word[], known: number): Word {
    if (words.length === 0) return constant(known);
    const names = words.map((word) => (word as { name: string }).name);
    if (known === 0 && names.length === 1) return words[0] as Word;
    const terms = known === 0 ? names : [...names, this.spelling.number(known)];
    return this.named(this.spelling.word(terms.join(' + ')));
  }
}

interface Kernel {
  /** Statements that work out what is the same for all nonces, and the words of it that the loop reads, in order. */
  readonly job: readonly string[];
  readonly used: readonly string[];
  readonly first: readonly string[];
  readonly firstNames: readonly string[];
  readonly second: readonly string[];
  readonly secondNames: readonly string[];
  /** The last word of the second digest. */
  readonly last: string;
}

const GIVEN = 11;

function kernelIn(spelling: Spelling): Kernel {
  const job = new JobWords(spelling);
  const given = Array.from({ length: GIVEN }, (_, at) => job.named(`given[${at}]`));
  const middle = given.slice(0, 8);

  // First hash: the second block of the header, from the state after its first 64 bytes.
  const one = new Writer(spelling, job);
  const padding = (bits: number, from: number): Word[] => [
    constant(0x80000000),
    ...Array.from({ length: 14 - from }, () => constant(0)),
    constant(bits),
  ];
  const header = [...given.slice(8), nonce('w3'), ...padding(640, 4)];
  one.names.add('w3');
  const state = one.rounds(middle, header, 64, false);
  state.forEach((word, at) => {
    const sum = one.sum([word, middle[at] as Word]);
    one.lines.push(`digests[at + ${at}] = ${one.text(sum)};`);
  });

  // Second hash: only its last word, which is e of round 60 (three rounds later it is h) and the start's own.
  const two = new Writer(spelling, job);
  const digest = Array.from({ length: 8 }, (_, at) => {
    two.names.add(`w${at}`);
    return nonce(`w${at}`);
  });
  const e = two.rounds(START.map(constant), [...digest, ...padding(256, 8)], 61, true)[4] as Word;
  const last = two.text(two.sum([e, constant(START[7] as number)]));

  const used = new Set<string>();
  for (const line of one.lines) for (const [name] of line.matchAll(/\bj\d+\b/g)) used.add(name);
  return {
    job: [
      ...job.texts.map((text, at) => `const j${at} = ${text};`),
      ...[...used].map((name, at) => `job[${at}] = ${name};`),
    ],
    used: [...used],
    first: one.lines,
    firstNames: [...one.names],
    second: two.lines,
    secondNames: [...two.names],
    last,
  };
}

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');

/** The kernel as TypeScript: src/systems/bitcoin/mining/kernel.generated.ts. */
export function kernelTypeScript(): string {
  const { job, used, first, firstNames, second, secondNames, last } = kernelIn(TYPESCRIPT);
  return `// Written by scripts/mining-kernel.ts (\`npm run generate\`); a test writes it again and compares. Double SHA-256 of a
// header of which only the nonce changes, unrolled, in two loops over as many nonces as the caller likes: one function
// for both would be past the 61,440 bytes of bytecode up to which V8 optimises.

/** How many words \`prepare\` fills. */
export const JOB_WORDS = ${used.length};

/**
 * What is the same for all nonces. \`given\`: the state after the header's first 64 bytes (8 words), then the words at
 * bytes 64, 68 and 72, big-endian as SHA-256 reads them.
 */
export function prepare(given: Int32Array, job: Int32Array): void {
${indented(
  job.map((line) => line.replace(/(given\[\d+\])/, '$1 as number')),
  2,
)}
}

/** SHA-256 of the header for \`count\` nonces from \`from\` on, eight words each. */
export function firstHashes(job: Int32Array, from: number, count: number, digests: Int32Array): void {
${indented(
  used.map((name, at) => `const ${name} = job[${at}] as number;`),
  2,
)}
  let ${firstNames.map((name) => `${name} = 0`).join(', ')};
  for (let at = 0, n = from | 0; at < count << 3; at += 8, n = (n + 1) | 0) {
    w3 = n << 24 | (n & 65280) << 8 | n >>> 8 & 65280 | n >>> 24;
${indented(first, 4)}
  }
}

/**
 * The first of the digests from \`start\` on whose own SHA-256, read as a number as Bitcoin does, has a first word (the
 * highest 32 bits) of at most \`most\`; -1 where there is none.
 */
export function nextBelow(digests: Int32Array, start: number, count: number, most: number): number {
  const byte = most >>> 24;
  let ${secondNames.map((name) => `${name} = 0`).join(', ')};
  for (let at = start << 3; at < count << 3; at += 8) {
${indented(
  Array.from({ length: 8 }, (_, i) => `w${i} = digests[at + ${i}] as number;`),
  4,
)}
${indented(second, 4)}
    const z = ${last};
    if ((z & 255) <= byte && (z << 24 | (z & 65280) << 8 | z >>> 8 & 65280 | z >>> 24) >>> 0 <= most >>> 0) {
      return at >>> 3;
    }
  }
  return -1;
}
`;
}

/** The same in C, for the benchmark: \`prepare\`, \`first_hashes\` and \`next_below\`. */
export function kernelC(): string {
  const { job, used, first, firstNames, second, secondNames, last } = kernelIn(C);
  return `#include <stdint.h>
#define JOB_WORDS ${used.length}

static void prepare(const uint32_t *given, uint32_t *job) {
${indented(
  job.map((line) => line.replace(/^const /, 'const uint32_t ')),
  2,
)}
}

static void first_hashes(const uint32_t *job, uint32_t from, int count, uint32_t *digests) {
${indented(
  used.map((name, at) => `const uint32_t ${name} = job[${at}];`),
  2,
)}
  uint32_t ${firstNames.join(', ')};
  uint32_t n = from;
  for (int at = 0; at < count * 8; at += 8, n++) {
    w3 = __builtin_bswap32(n);
${indented(first, 4)}
  }
}

static int next_below(const uint32_t *digests, int start, int count, uint32_t most) {
  uint32_t ${secondNames.join(', ')};
  for (int at = start * 8; at < count * 8; at += 8) {
${indented(
  Array.from({ length: 8 }, (_, i) => `w${i} = digests[at + ${i}];`),
  4,
)}
${indented(second, 4)}
    const uint32_t z = ${last};
    if (__builtin_bswap32(z) <= most) return at / 8;
  }
  return -1;
}
`;
}
