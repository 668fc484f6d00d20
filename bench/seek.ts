// Seeking in a long run, in Node: any step of a look-aside run of more than 100,000 steps through the session (a whole
// Frame: state, choices, verdicts, words), beside playing the run again up to its end. (In the browser: e2e.)

import { assert } from '../src/base/assert.ts';
import { fingerprintHex } from '../src/base/fingerprint.ts';
import { pick } from '../src/base/rng.ts';
import { entryIn } from '../src/contract/loading.ts';
import type { Params } from '../src/contract/system.ts';
import type { Model } from '../src/kernel/model.ts';
import type { Moment } from '../src/kernel/moment.ts';
import { firstMoment, momentFingerprint, nextMoment } from '../src/kernel/moment.ts';
import { catalog } from '../src/systems/catalog.ts';
import { newSession } from '../src/systems/testing/new-session.ts';
import type { Bench } from './measure.ts';
import { compared, median, percentile } from './measure.ts';

const STEPS = 100_000;
const SEEKS = 200;
const ROUNDS = 5;

export const seekBench: Bench = {
  name: 'seek',
  about: 'any step of a run of more than 100,000 steps, beside playing it again',
  async run({ rounds = ROUNDS, log }) {
    const session = newSession();
    await session.open({ system: 'memcache', scenario: 'look-aside', params: { ops: 50_000 } });
    const { length, cursor } = await session.advance(10 * STEPS);
    assert(length > STEPS, `the run has only ${length} steps`);
    log(`the run has ${length} steps`);

    const { system, scenario, params, seed } = await session.frame();
    const trace = { system, scenario, params, seed, choices: await session.choices() };
    const model = await modelOf(trace);
    const marks = Array.from({ length: SEEKS }, (_, i) => pick(1, i, length + 1));
    const prints = new Map<number, string>();
    replay(model, trace, (at) => {
      if (marks.includes(at.step)) prints.set(at.step, fingerprintHex(momentFingerprint(at)));
    });

    const whole: number[] = [];
    const seeks: number[][] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      replay(model, trace, () => {});
      whole.push(performance.now() - began);
      const took: number[] = [];
      for (const step of marks) {
        const before = performance.now();
        const frame = await session.seek({ try: cursor.try, step });
        took.push(performance.now() - before);
        assert(frame.fingerprint === prints.get(step), `step ${step} is not what a replay gives`);
      }
      seeks.push(took);
      log(`replay ${whole[round]?.toFixed(0)} ms; seek p95 ${percentile(took, 0.95).toFixed(2)} ms`);
    }
    const all = seeks.flat();
    const spread = `median ${median(all).toFixed(2)} ms, p95 ${percentile(all, 0.95).toFixed(2)} ms`;
    return [
      compared(
        {
          name: `seek: playing ${length} steps again / p95 of a seek`,
          unit: '1/s',
          floor: 50,
          goal: 100,
          note: `A seek: ${spread}; the whole run again: ${median(whole).toFixed(0)} ms. Every state checked against the replay's.`,
        },
        seeks.map((took) => 1000 / percentile(took, 0.95)),
        whole.map((ms) => 1000 / ms),
      ),
    ];
  },
};

/** What reproduces a run. */
interface Trace {
  readonly system: string;
  readonly scenario: string;
  readonly params: Params;
  readonly seed: number;
  readonly choices: readonly string[];
}

async function modelOf({
  system: id,
  scenario,
  params,
  seed,
}: Trace): Promise<{ model: Model; seed: number }> {
  const { system } = await entryIn(catalog, id).load(scenario, params);
  return { model: system.model(params, seed), seed };
}

/** The run from its choices alone, with nothing kept. */
function replay(
  { model, seed }: { model: Model; seed: number },
  { choices }: Trace,
  visit: (at: Moment) => void,
): void {
  let at = firstMoment(model, seed);
  visit(at);
  for (const key of choices) {
    const action = model.enabled(at.state).find((candidate) => candidate.key === key);
    assert(action, `${key} is not possible at step ${at.step}`);
    at = nextMoment(model, seed, at, action);
    visit(at);
  }
}
