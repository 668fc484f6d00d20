// Toy transition systems whose state spaces can be checked by hand, for the tests of the kernel.

import type { Action, Model } from '../model.ts';

/** The water jugs of "Die Hard 3", as in Lamport's TLA+ video course: measure 4 with a jug of 3 and one of 5. */
export interface Jugs {
  readonly small: number;
  readonly big: number;
}

export function jugs(small = 3, big = 5, want = 4): Model<Jugs> {
  const move = (key: string): Action => ({ key, kind: key.split(':')[0] as string, actor: 'hero' });
  return {
    init: () => ({ small: 0, big: 0 }),
    enabled: () => ['fill:small', 'fill:big', 'empty:small', 'empty:big', 'pour:small', 'pour:big'].map(move),
    next(state, action) {
      switch (action.key) {
        case 'fill:small':
          return { ...state, small };
        case 'fill:big':
          return { ...state, big };
        case 'empty:small':
          return { ...state, small: 0 };
        case 'empty:big':
          return { ...state, big: 0 };
        case 'pour:small': {
          const poured = Math.min(state.small, big - state.big);
          return { small: state.small - poured, big: state.big + poured };
        }
        default: {
          const poured = Math.min(state.big, small - state.small);
          return { small: state.small + poured, big: state.big - poured };
        }
      }
    },
    properties: [
      { name: 'not-four', kind: 'always', judge: (state) => state.big !== want },
      { name: 'both-full', kind: 'sometimes', judge: (state) => state.small === small && state.big === big },
      { name: 'overflow', kind: 'sometimes', judge: (state) => state.big > big },
      {
        name: 'moot',
        kind: 'always',
        inapplicable: { key: 'toy.moot' },
        judge: () => false,
      },
    ],
  };
}

/** A counter on each of `axes` axes, each stepping up to `limit`: (limit + 1)^axes states, width grows and shrinks. */
export function lattice(axes: number, limit: number): Model<readonly number[]> {
  return {
    init: () => new Array<number>(axes).fill(0),
    enabled: (state) =>
      state.flatMap((n, i) => (n < limit ? [{ key: `up:${i}`, kind: 'up', actor: `axis ${i}` }] : [])),
    next: (state, action) => {
      const axis = Number(action.key.slice(3));
      return state.map((n, i) => (i === axis ? n + 1 : n));
    },
    properties: [
      { name: 'corner', kind: 'sometimes', judge: (state) => state.every((n) => n === limit) },
      {
        name: 'not-steep',
        kind: 'always',
        judge: (state) => (state[0] as number) < limit || (state[1] as number) > 0,
      },
    ],
  };
}
