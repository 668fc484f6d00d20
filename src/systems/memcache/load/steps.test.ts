import { describe, expect, it } from 'vitest';
import type { Params } from '../../../contract/system.ts';
import type { Verdict } from '../../../kernel/property.ts';
import { atEnd, verdictAt, worse } from '../../../kernel/property.ts';
import { memcache } from '../index.ts';
import { ready } from '../testing/ready.ts';
import { inBoth } from '../testing/say.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));

/** Plays a scenario's steps to their end, saying every one in both languages. */
function play(id: string, set: Params = {}, seed = 1) {
  const scenario = memcache.scenarios.find((each) => each.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  const params = { ...defaults, ...scenario.params, ...set };
  const system = ready(id);
  const model = system.model(params, seed);
  const lanes = system.actors(params);
  for (const lane of lanes) for (const words of [lane.name, lane.role]) inBoth(words);
  const known = new Set(lanes.map((lane) => lane.id));
  let state = model.init();
  const keys: string[] = [];
  const verdicts: Record<string, Verdict> = {};
  const judge = (): void => {
    for (const property of model.properties) {
      const here = verdictAt(property, state);
      verdicts[property.name] = worse(verdicts[property.name] ?? here, here);
      if (here === 'violated' && property.witness) inBoth(property.witness(state).text);
    }
  };
  for (const chip of system.start(params, state)) inBoth(chip.text);
  judge();
  for (let action = model.enabled(state)[0]; action; action = model.enabled(state)[0]) {
    const before = state;
    const offer = system.offer(before, action, params);
    state = model.next(before, action);
    const story = system.narrate(before, action, state, params);
    const mark = system.mark(before, action, state, params);
    const texts = [
      offer.label,
      offer.heading,
      story.sentence,
      ...(story.why ? [story.why] : []),
      ...mark.heading,
      ...mark.chips.map((chip) => chip.text),
      ...mark.arrows.map((arrow) => arrow.label),
      ...system
        .inspect(state, params)
        .flatMap(({ rows }) => rows.flatMap(({ label, value }) => [label, value])),
    ];
    for (const each of texts) inBoth(each);
    for (const { from, to } of mark.arrows) expect([known.has(from), known.has(to)]).toEqual([true, true]);
    keys.push(action.key);
    judge();
  }
  for (const name of Object.keys(verdicts)) verdicts[name] = atEnd(verdicts[name] as Verdict);
  return { keys, verdicts, state };
}

const SEEDS = Array.from({ length: 12 }, (_, i) => i * 7919 + 1);

describe('the steps of a load scenario end as the scenario claims, whatever the seed', () => {
  it.each([
    ['growth', {}, { 'servers-keep-up': 'violated', 'database-keeps-up': 'holds' }],
    ['growth', { stage: 'many' }, { 'servers-keep-up': 'holds', 'database-keeps-up': 'violated' }],
    ['growth', { stage: 'sharded' }, { 'servers-keep-up': 'holds', 'database-keeps-up': 'holds' }],
    ['growth', { stage: 'cached' }, { 'servers-keep-up': 'holds', 'database-keeps-up': 'holds' }],
    ['partition-vs-replicate', {}, { 'servers-keep-up': 'violated', 'requests-answered': 'reached' }],
    ['partition-vs-replicate', { placement: 'replicate' }, { 'servers-keep-up': 'holds' }],
    ['clusters-incast', {}, { 'nothing-dropped': 'violated', 'page-served': 'reached' }],
    ['clusters-incast', { window: 100 }, { 'nothing-dropped': 'holds', 'page-served': 'reached' }],
    ['regional-pool', {}, { 'one-copy': 'violated', 'pool-served': 'not reached' }],
    ['regional-pool', { regional: 'on' }, { 'one-copy': 'holds', 'pool-served': 'reached' }],
    ['cold-start', {}, { 'database-keeps-up': 'violated', 'warm-served': 'not reached' }],
    ['cold-start', { warmup: 'on' }, { 'database-keeps-up': 'holds', 'warm-served': 'reached' }],
    ['gutter', {}, { 'database-keeps-up': 'violated', 'servers-keep-up': 'holds' }],
    ['gutter', { gutter: 'rehash' }, { 'database-keeps-up': 'holds', 'servers-keep-up': 'violated' }],
    ['gutter', { gutter: 'on' }, { 'database-keeps-up': 'holds', 'servers-keep-up': 'holds' }],
    ['billion', {}, { 'database-keeps-up': 'holds', 'caches-carry': 'reached' }],
    ['billion', { hitRate: 970 }, { 'database-keeps-up': 'violated' }],
  ] as const)('%s %j', (id, set, wanted) => {
    for (const seed of SEEDS) expect(play(id, set, seed).verdicts).toMatchObject(wanted);
  });

  it.each(memcache.scenarios.filter(({ scheduler }) => scheduler.kind === 'first'))(
    '$id: the claims, the question and its place fit the default run',
    ({ id, claims, predictions, compare, switches }) => {
      for (const seed of [1, 2, 3]) {
        const { keys, verdicts } = play(id, {}, seed);
        expect(verdicts).toEqual(claims);
        for (const { shown, options } of predictions) {
          expect(options.filter(({ right }) => right)).toHaveLength(1);
          expect(shown).toBeLessThanOrEqual(keys.length);
        }
      }
      // The sliding window loses one answer before it knows: what it saves is the asking again.
      const [own, other] = [play(id), play(id, compare)];
      expect([other.verdicts, other.keys.length]).not.toEqual([own.verdicts, own.keys.length]);
      const names = memcache.switches.map(({ name }) => name);
      for (const name of [...switches, ...Object.keys(compare)]) expect(names).toContain(name);
    },
  );

  it('a guess about the full port is judged when the port has dropped five answers, not when they are asked for', () => {
    const [asked] = memcache.scenarios.find(({ id }) => id === 'clusters-incast')?.predictions ?? [];
    const seen = play('clusters-incast').keys.slice(0, asked?.shown);
    expect(seen.filter((key) => key.startsWith('drop '))).toHaveLength(5);
  });

  it('the moved counters of an incast add up: every item arrives once, however often it was dropped', () => {
    const { keys } = play('clusters-incast');
    const count = (kind: string): number => keys.filter((key) => key.startsWith(`${kind} `)).length;
    expect(count('receive')).toBe(8);
    expect(count('send')).toBe(8 + count('drop'));
    expect(count('timeout')).toBe(count('drop'));
  });
});
