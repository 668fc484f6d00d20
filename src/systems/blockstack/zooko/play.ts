// Zooko's triangle as tests that run: four ways to name people, each asked to give one name to one person only, to give the
// name that was wished for, and to keep it when one party in the middle wants otherwise. With `trials=five` two tests more,
// of what a person makes of a name (is it mistaken for another, can it be told on), and petnames, which are two names.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import type { TableScene } from '../table-scene.ts';
import { tableScene } from '../table-scene.ts';
import type { Block, Database, Tx } from '../virtualchain/database.ts';
import { applied, emptyDatabase } from '../virtualchain/database.ts';
import { nameFault } from '../virtualchain/names.ts';
import { encoded } from '../virtualchain/operations.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed } from '../virtualchain/rules.ts';

const NAMINGS = ['email', 'key', 'contacts', 'names', 'petnames'] as const;
type Naming = (typeof NAMINGS)[number];
const CORNERS = ['unique', 'readable', 'decentralised'] as const;
const TESTS = [...CORNERS, 'distinct', 'told'] as const;
type Trial = (typeof TESTS)[number];

const isMore = ({ trials }: Params): boolean => trials === 'five';
const namingsOf = (params: Params): readonly Naming[] => NAMINGS.slice(0, isMore(params) ? 5 : 4);
const testsOf = (params: Params): readonly Trial[] => (isMore(params) ? TESTS : CORNERS);

interface Result {
  readonly naming: Naming;
  readonly trial: Trial;
  readonly passed: boolean;
}
export interface Triangle {
  readonly results: readonly Result[];
}
interface Step extends Action {
  readonly naming: Naming;
  readonly trial: Trial;
}

const keyOf = (who: string): string => hexOf(sha256(utf8(`key of ${who}`)));

/** A way to name people: two who wish for names, two who look them up, one in the middle who may cheat. */
interface Directory {
  /** The name that this person gets who wishes for one; null: refused. */
  take(wish: string, who: string): string | null;
  /** Whose key this reader finds under the name. */
  find(reader: string, name: string): string | null;
  /** One party in the middle gives the name to somebody else, as far as it can. */
  cheat(name: string, to: string): void;
  /** What this reader sees instead of the name, and whose key it takes that for; not given: the name itself. */
  readonly own?: {
    reads(reader: string, name: string): string;
    means(reader: string, said: string): string | null;
  };
}

/** One server's table. */
function email(): Directory {
  const table = new Map<string, string>();
  return {
    take(wish, who) {
      if (table.has(wish)) return null;
      table.set(wish, keyOf(who));
      return wish;
    },
    find: (_, name) => table.get(name) ?? null,
    cheat: (name, to) => table.set(name, keyOf(to)),
  };
}

/** The name is the key. */
const key = (): Directory => ({ take: (_, who) => keyOf(who), find: (_, name) => name, cheat() {} });

interface Met {
  readonly wish: string;
  readonly key: string;
}
/** Whom this reader has met, in turn: the second met them the other way round. */
const inTurn = (met: readonly Met[], reader: string): readonly Met[] =>
  reader === 'R1' ? met : met.toReversed();

/** Everybody's own list: whoever tells you first has the name. */
function contacts(): Directory {
  const met: Met[] = [];
  return {
    take(wish, who) {
      met.push({ wish, key: keyOf(who) });
      return wish;
    },
    find: (reader, name) => inTurn(met, reader).find(({ wish }) => wish === name)?.key ?? null,
    // It holds nobody's list.
    cheat() {},
  };
}

/** The key is the name for all, and each reader has names of its own beside it, no two of them alike. */
function petnames(): Directory {
  const met: Met[] = [];
  const listOf = (reader: string): ReadonlyMap<string, string> =>
    new Map(
      inTurn(met, reader).map(({ wish, key }, at, all) => {
        const alike = all.slice(0, at).filter((one) => shapeOf(one.wish) === shapeOf(wish)).length;
        return [key, alike === 0 ? wish : `${wish} (${alike + 1})`];
      }),
    );
  return {
    take(wish, who) {
      met.push({ wish, key: keyOf(who) });
      return keyOf(who);
    },
    find: (_, name) => name,
    cheat() {},
    own: {
      reads: (reader, name) => listOf(reader).get(name) ?? name,
      means: (reader, said) => [...listOf(reader)].find(([, own]) => own === said)?.[0] ?? null,
    },
  };
}

const rules: Rules = { ...deployed, register: 'one-step', namespaces: false };
/** Two nodes on one chain; a reader holds their consensus hashes side by side, or believes the first. */
function chain(compares: boolean): Directory {
  let honest: Database = emptyDatabase(0);
  let asked = honest;
  const mine = (database: Database, operations: readonly Tx[]): Database => {
    const block: Block = { height: database.height + 1, previous: database.previous, operations };
    return applied(database, block, rules).database;
  };
  const register = (name: string, who: string): Tx => ({
    payload: hexOf(encoded({ op: 'name-registration', name })),
    sender: keyOf(who),
    script: '',
    to: keyOf(who),
    burnt: 0,
  });
  return {
    take(wish, who) {
      const name = `${wish}.id`;
      honest = mine(honest, [register(name, who)]);
      asked = honest;
      return honest.names[name]?.owner === keyOf(who) ? name : null;
    },
    find(_, name) {
      const [a, b] = [honest, asked].map(({ snapshots }) => snapshots.at(-1)?.consensusHash);
      // Hashes differ: the answer is not believed, the others are asked.
      const source = compares && a !== b ? honest : asked;
      return source.names[name]?.owner ?? null;
    },
    cheat(name, to) {
      asked = mine(emptyDatabase(0), [register(name, to)]);
      for (let i = asked.height; i < honest.height; i++) asked = mine(asked, []);
    },
  };
}

const directoryOf = (naming: Naming, params: Params): Directory => {
  if (naming === 'names') return chain(params.consensusCheck === 'on');
  return { email, key, contacts, petnames }[naming]();
};

const known = new Map<string, boolean>();
/** Runs the test, once. */
function passes(naming: Naming, trial: Trial, params: Params): boolean {
  const key = `${naming} ${trial} ${params.consensusCheck}`;
  const passed = known.get(key) ?? ran(naming, trial, params);
  known.set(key, passed);
  return passed;
}

function ran(naming: Naming, trial: Trial, params: Params): boolean {
  const at = directoryOf(naming, params);
  const name = at.take('alice', 'Alice') ?? '';
  const reads = (reader: string, one: string): string => at.own?.reads(reader, one) ?? one;
  if (trial === 'readable') return reads('R1', name).includes('alice');
  if (trial === 'decentralised') {
    const before = at.find('R1', name);
    at.cheat(name, 'Mallory');
    return before !== null && at.find('R1', name) === before;
  }
  if (trial === 'distinct') {
    const other = at.take(LOOK, 'Mallory');
    return other === null || shapeOf(reads('R1', other)) !== shapeOf(reads('R1', name));
  }
  // A second person wishes for the same.
  const other = at.take('alice', 'Bob');
  if (trial === 'told') {
    const said = reads('R1', name);
    return (at.own ? at.own.means('R2', said) : at.find('R2', said)) === keyOf('Alice');
  }
  // Whoever looks either name up finds one person, the same for all.
  const found = (one: string): boolean => {
    const [first, second] = ['R1', 'R2'].map((reader) => at.find(reader, one));
    return first !== null && first === second;
  };
  return found(name) && (other === null || (other !== name && found(other)));
}

/** What is read as one letter; all of it may stand in a name. */
const ALIKE = ['a4', 'e3', 'il1', 'o0', 's5'];
const alikeTo = (letter: string): string => ALIKE.find((one) => one.includes(letter)) ?? letter;
/** What a glance makes of it. */
const shapeOf = (name: string): string => [...name].map((letter) => alikeTo(letter).charAt(0)).join('');
/** Names that the rules let through and that differ from this one in such characters alone. */
export function lookAlikes(name: string): readonly string[] {
  let all = [''];
  for (const letter of name) all = all.flatMap((head) => [...alikeTo(letter)].map((one) => head + one));
  return all.filter((one) => one !== name && nameFault(`${one}.id`) === null);
}
/** The one that Mallory wishes for. */
export const LOOK = 'al1ce';

const sayOf = (results: readonly Result[], naming: Naming, trial: Trial): boolean | undefined =>
  results.find((one) => one.naming === naming && one.trial === trial)?.passed;
const passedOf = (results: readonly Result[], naming: Naming, of: readonly Trial[] = CORNERS): number =>
  results.filter((one) => one.naming === naming && one.passed && of.includes(one.trial)).length;

function triangle({ results }: Triangle, params: Params, seenBy: string | null): TableScene {
  const tests = testsOf(params);
  const word = (passed: boolean | undefined): Text =>
    passed === undefined ? text('none') : text(passed ? 'rep.passes' : 'rep.fails');
  const rows = namingsOf(params).map((naming) => {
    const found = tests.map((trial) =>
      seenBy === null || seenBy === naming ? sayOf(results, naming, trial) : undefined,
    );
    const [a, b, c, d, e] = found.map(word);
    return {
      key: `naming ${naming}`,
      cells: [
        { text: actorName(naming) },
        ...found.map((passed) => ({
          text: word(passed),
          ...(passed === undefined ? {} : { tone: passed ? ('good' as const) : ('bad' as const) }),
        })),
      ],
      told: text(isMore(params) ? 'triangle.told.more' : 'triangle.told', {
        naming: text(`naming.${naming}`),
        ...{ a: a ?? '', b: b ?? '', c: c ?? '', d: d ?? '', e: e ?? '' },
      }),
      by: tests.map((trial) => `${naming}.${trial}`),
    };
  });
  const head = [text('triangle.naming'), ...tests.map((trial) => text(`trial.${trial}`))];
  const cards = isMore(params) ? ({ cards: true } as const) : {};
  return tableScene('triangle', [{ id: 'triangle', title: text('triangle.title'), ...cards, head, rows }]);
}

export const zookoPlay: Play<Triangle> = {
  words: ['system', 'zooko'],
  lanes: namingsOf,
  init: () => ({ results: [] }),
  // The tests of one naming are run in their order, so that a search need not try every order of all twelve.
  enabled: ({ results }, params) =>
    namingsOf(params).flatMap((naming) =>
      testsOf(params)
        .filter((trial) => sayOf(results, naming, trial) === undefined)
        .slice(0, 1)
        .map((trial): Step => ({ key: `${naming}.${trial}`, kind: 'try', actor: naming, naming, trial })),
    ),
  next({ results }, action, params) {
    const { naming, trial } = action as Step;
    const all = [...results, { naming, trial, passed: passes(naming, trial, params) }];
    return { results: NAMINGS.flatMap((one) => all.filter((result) => result.naming === one)) };
  },
  properties: () => [
    {
      name: 'two-of-three',
      kind: 'always',
      judge: ({ results }) =>
        (['email', 'key', 'contacts'] as const).every((naming) => passedOf(results, naming) < 3),
    },
    { name: 'all-three', kind: 'sometimes', judge: ({ results }) => passedOf(results, 'names') === 3 },
  ],
  deed(_, action) {
    const { naming, trial } = action as Step;
    const args = {
      naming: text(`naming.${naming}`),
      trial: text(`trial.${trial}`),
      how: text(`trial.${trial}.how`),
    };
    return { from: naming, to: naming, label: text(`trial.${trial}.short`), args } satisfies Deed;
  },
  came(_, action, after) {
    const { naming, trial } = action as Step;
    const passed = sayOf(after.results, naming, trial) === true;
    return {
      ending: passed ? 'passes' : 'fails',
      answer: text(passed ? 'rep.passes' : 'rep.fails'),
      why: text(
        `why.${naming}.${trial}${trial === 'decentralised' && naming === 'names' && !passed ? '.not' : ''}`,
        {
          n: lookAlikes('alice').length,
          look: LOOK,
        },
      ),
      source: '20.4',
    } satisfies Came;
  },
  chips: ({ results }, params) =>
    namingsOf(params).map((actor) => ({
      actor,
      text: text('chip.passed', { n: passedOf(results, actor, TESTS), of: testsOf(params).length }),
    })),
  rows: ({ results }, params) =>
    namingsOf(params).map((actor) => ({ actor, rows: [row('passed', passedOf(results, actor, TESTS))] })),
  ending: (params, { state: { results } }) => ({
    said: ending(results, params),
    beside: isMore(params) ? [] : [text('beside.more')],
    facts: namingsOf(params).map((naming) => ({
      id: `passed.${naming}`,
      text: text('fact.passed', { naming: actorName(naming), n: passedOf(results, naming, TESTS) }),
    })),
  }),
  scene: (kind, state, params, seenBy) => (kind === 'triangle' ? triangle(state, params, seenBy) : null),
  // One who looks names up in this way alone: it sees whom it finds, never what was done to the table that it asks.
  eyes: {
    of: namingsOf,
    knows: ({ results }, actor) => results.filter(({ naming }) => naming === actor),
    narrate(_, action, after) {
      const { naming, trial } = action as Step;
      const passed = sayOf(after.results, naming, trial) === true;
      const moved = trial === 'decentralised' && !passed;
      const args = { naming: text(`naming.${naming}`), trial: text(`trial.${trial}`) };
      return {
        sentence: moved ? text('say.moved', args) : text(`say.try.${passed ? 'passes' : 'fails'}`, args),
        source: '20.4',
      };
    },
  },
};

function ending(results: readonly Result[], params: Params): Text {
  const all = namingsOf(params).length * testsOf(params).length;
  if (results.length < all) return text('zooko.end.open', { n: results.length, all });
  if (passedOf(results, 'names') < 3) return text('zooko.end.two');
  return text(isMore(params) ? 'zooko.end.more' : 'zooko.end.three');
}
