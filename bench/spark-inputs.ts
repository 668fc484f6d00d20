// The inputs of the Spark benchmark, byte for byte those of the generator that Spark itself was measured with: a linear
// congruential generator, its numbers bent so that low ranks come often.

const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
/** 39 MB: lines of ten words out of 50,000, most of them of a few. */
const LINES = 800_000;
const EDGES = 500_000;
const WORDS_A_LINE = 10;
const VOCABULARY = 50_000;
export const PAGES = 50_000;

function draws(from: number): () => number {
  let seed = from;
  return () => {
    seed = (Math.imul(seed, MULTIPLIER) + INCREMENT) >>> 0;
    return seed >>> 8;
  };
}

const bent = (among: number): ((draw: number) => number) => {
  const log = Math.log(among);
  return (draw) => Math.floor(Math.exp((log * draw) / 2 ** 24));
};

/** Appends numbers in decimal, and single units. */
class Text {
  bytes: Uint8Array;
  length = 0;
  constructor(most: number) {
    this.bytes = new Uint8Array(most);
  }
  unit(code: number): void {
    this.bytes[this.length++] = code;
  }
  number(n: number): void {
    const spelled = String(n);
    for (let i = 0; i < spelled.length; i++) this.unit(spelled.charCodeAt(i));
  }
  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

const SPACE = 32;
const NEWLINE = 10;

function wordsText(lines: number): Uint8Array {
  const text = new Text(lines * WORDS_A_LINE * 7);
  const draw = draws(1);
  const rank = bent(VOCABULARY);
  for (let i = 1; i <= lines * WORDS_A_LINE; i++) {
    text.unit('w'.charCodeAt(0));
    text.number(rank(draw()));
    text.unit(i % WORDS_A_LINE === 0 ? NEWLINE : SPACE);
  }
  return text.done();
}

function edgesText(edges: number): Uint8Array {
  const text = new Text(edges * 12);
  const draw = draws(2);
  const rank = bent(PAGES);
  for (let i = 0; i < edges; i++) {
    text.number(draw() % PAGES);
    text.unit(SPACE);
    text.number(rank(draw()) % PAGES);
    text.unit(NEWLINE);
  }
  return text.done();
}

/** A share of the whole, from 0 to 1. */
export const textOf = (work: 'words' | 'ranks', share: number): Uint8Array =>
  work === 'words' ? wordsText(Math.round(LINES * share)) : edgesText(Math.round(EDGES * share));
