// Zooko's triangle as tests that run: four ways to name people, each asked to give one name to one person only, to give the
// name that was wished for, and to keep it when one party in the middle wants otherwise.

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

const NAMINGS = ['email', 'key', 'contacts', 'names'] as const;
type Naming = (typeof NAMINGS)[number];
const TESTS = ['unique', 'readable', 'decentralised'] as const;
type Trial = (typeof TESTS)[number];

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

/** Everybody's own list: whoever tells you first is in it. */
function contacts(): Directory {
  const lists: Record<string, Map<string, string>> = { R1: new Map(), R2: new Map() };
  const readers = ['R1', 'R2'];
  let told = 0;
  return {
    take(wish, who) {
      const own = lists[readers[told++ % 2] as string];
      if (!own?.has(wish)) own?.set(wish, keyOf(who));
      return wish;
    },
    find: (reader, name) => lists[reader]?.get(name) ?? null,
    // It holds nobody's list.
    cheat() {},
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
  return { email, key, contacts }[naming]();
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
  if (trial === 'readable') return name.includes('alice');
  if (trial === 'decentralised') {
    const before = at.find('R1', name);
    at.cheat(name, 'Mallory');
    return before !== null && at.find('R1', name) === before;
  }
  // A second person wishes for the same: whoever looks either name up finds one person, the same for all.
  const other = at.take('alice', 'Bob');
  const found = (one: string): boolean => {
    const [first, second] = ['R1', 'R2'].map((reader) => at.find(reader, one));
    return first !== null && first === second;
  };
  return found(name) && (other === null || (other !== name && found(other)));
}

/** Digits that are read as letters, and letters that are read as others; all of them may stand in a name. */
const READ_AS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1l', l: '1i', o: '0', s: '5' };
/** Names that the rules let through and that differ from this one in such characters alone. */
function lookAlikes(name: string): number {
  let all = [''];
  for (const letter of name)
    all = all.flatMap((head) => [letter, ...(READ_AS[letter] ?? '')].map((one) => head + one));
  return all.filter((one) => one !== name && nameFault(`${one}.id`) === null).length;
}

const sayOf = (results: readonly Result[], naming: Naming, trial: Trial): boolean | undefined =>
  results.find((one) => one.naming === naming && one.trial === trial)?.passed;
const passedOf = (results: readonly Result[], naming: Naming): number =>
  results.filter((one) => one.naming === naming && one.passed).length;

function triangle({ results }: Triangle): TableScene {
  const word = (passed: boolean | undefined): Text =>
    passed === undefined ? text('none') : text(passed ? 'rep.passes' : 'rep.fails');
  const rows = NAMINGS.map((naming) => {
    const found = TESTS.map((trial) => sayOf(results, naming, trial));
    return {
      key: `naming ${naming}`,
      cells: [
        { text: text(`naming.${naming}`) },
        ...found.map((passed) => ({
          text: word(passed),
          ...(passed === undefined ? {} : { tone: passed ? ('good' as const) : ('bad' as const) }),
        })),
      ],
      told: text('triangle.told', {
        naming: text(`naming.${naming}`),
        a: word(found[0]),
        b: word(found[1]),
        c: word(found[2]),
      }),
    };
  });
  const head = [text('triangle.naming'), ...TESTS.map((trial) => text(`trial.${trial}`))];
  return tableScene('triangle', [{ id: 'triangle', title: text('triangle.title'), head, rows }]);
}

export const zookoPlay: Play<Triangle> = {
  words: ['system', 'zooko'],
  lanes: () => NAMINGS,
  init: () => ({ results: [] }),
  // The tests of one naming are run in their order, so that a search need not try every order of all twelve.
  enabled: ({ results }) =>
    NAMINGS.flatMap((naming) =>
      TESTS.filter((trial) => sayOf(results, naming, trial) === undefined)
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
      why: text(`why.${naming}.${trial}${naming === 'names' && !passed ? '.not' : ''}`),
      source: '20.4',
    } satisfies Came;
  },
  chips: ({ results }) =>
    NAMINGS.map((actor) => ({ actor, text: text('chip.passed', { n: passedOf(results, actor) }) })),
  rows: ({ results }) => NAMINGS.map((actor) => ({ actor, rows: [row('passed', passedOf(results, actor))] })),
  ending: (_, { state: { results } }) => ({
    said: text(
      results.length < 12
        ? 'zooko.end.open'
        : passedOf(results, 'names') === 3
          ? 'zooko.end.three'
          : 'zooko.end.two',
      { n: results.length },
    ),
    beside: [text('beside.petnames'), text('beside.look-alike', { n: lookAlikes('alice') })],
    facts: NAMINGS.map((naming) => ({
      id: `passed.${naming}`,
      text: text('fact.passed', { naming: actorName(naming), n: passedOf(results, naming) }),
    })),
  }),
  scene: (kind, state) => (kind === 'triangle' ? triangle(state) : null),
};
