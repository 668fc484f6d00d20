import { describe, expect, it } from 'vitest';
import { present } from '../../../base/assert.ts';
import { utf8 } from '../../../base/bytes.ts';
import type { Text } from '../../../base/text.ts';
import type { Words } from '../../../base/words.ts';
import { plain } from '../../../base/words.ts';
import type { Params } from '../../../contract/system.ts';
import { explore } from '../../../kernel/explore.ts';
import type { Model } from '../../../kernel/model.ts';
import { verdictAt } from '../../../kernel/property.ts';
import { vkeyOf } from '../note.ts';
import { words as besideEn } from '../text/beside.en.ts';
import { words as besideZh } from '../text/beside.zh.ts';
import { words as cardEn } from '../text/card.en.ts';
import { words as cardZh } from '../text/card.zh.ts';
import { words as proofsEn } from '../text/proofs.en.ts';
import { words as proofsZh } from '../text/proofs.zh.ts';
import { words as todayEn } from '../text/today.en.ts';
import { words as todayZh } from '../text/today.zh.ts';
import { consistencyProof, leafHash, rootOf } from '../tlog.ts';
import { signCheckpoint } from '../tlog-checkpoint.ts';
import type { Today } from './model.ts';
import { todayLog, todayModel } from './model.ts';
import { todaySwitches } from './params.ts';
import { todayPartOf } from './part.ts';
import { verifyPasted } from './paste.ts';
import { SAMPLE } from './sample.ts';
import { todayScenario } from './scenario.ts';
import { proofScene } from './scene.ts';

const todayPart = todayPartOf('today');
const defaults = Object.fromEntries(todaySwitches.map((one) => [one.name, one.default]));
const params = (of: Params = {}): Params => ({ ...defaults, ...todayScenario.params, ...of });
const KEYS = todayScenario.scheduler.kind === 'scripted' ? todayScenario.scheduler.keys : [];

function play(model: Model<Today>, keys: readonly string[]): readonly Today[] {
  const states = [model.init()];
  for (const key of keys) {
    const state = states.at(-1) as Today;
    const action = present(
      model.enabled(state).find((one) => one.key === key),
      `${key} among ${model.enabled(state).map((one) => one.key)}`,
    );
    states.push(model.next(state, action));
  }
  return states;
}

describe('the log of today', () => {
  it('shows C another log, which every proof verifies, until the two talk', () => {
    const model = todayModel(params(), 1);
    const states = play(model, KEYS);
    const verdicts = (state: Today) => model.properties.map((one) => verdictAt(one, state));
    expect(verdicts(states[7] as Today)).toEqual(['holds', 'holds', 'not reached']);
    expect(verdicts(states[12] as Today)).toEqual(['holds', 'violated', 'not reached']);
    expect(verdicts(states.at(-1) as Today)).toEqual(['holds', 'violated', 'reached']);
    const end = states.at(-1) as Today;
    expect(end.users.A.held?.size).toBe(3);
    expect(end.users.A.held?.root).not.toBe(end.users.C.held?.root);
    expect(end.pasted).toEqual({ ok: true, old: '3', now: '7' });
    expect(model.enabled(end)).toEqual([]);
  });

  it('cannot take back what a user has seen: the proof leads to another old root', () => {
    const model = todayModel(params(), 1);
    const keys =
      'log.append.1 log.append.2 log.append.3 A.take.3 log.split.3 log.append.4 A.take.4.other'.split(' ');
    const state = play(model, keys).at(-1) as Today;
    expect(state.users.A).toMatchObject({ refused: 'old-root-mismatch', held: { size: 3, branch: 'main' } });
    expect(model.enabled(state).some(({ actor }) => actor === 'A')).toBe(false);
    expect(model.blocked?.(state)).toMatchObject([
      { key: 'A.take', reason: { key: 'blocked.today.refused' } },
    ]);
  });

  it('shows nobody two logs of one size', () => {
    const model = todayModel(params(), 1);
    const state = play(model, ['log.append.1', 'A.take.1', 'log.split.1', 'A.take.1.other']).at(-1) as Today;
    expect(state.users.A.refused).toBe('root-mismatch');
  });

  const found = async (of: Params) => {
    const { complete, states, properties } = await explore(todayModel(params(of), 1), { maxStates: 500_000 });
    const short = Object.entries(properties).map(([name, { verdict, length }]) => [name, length ?? verdict]);
    return { complete, states, ...Object.fromEntries(short) };
  };

  it('is never rewritten under who asks for proofs, in no order of events', async () => {
    expect(await found({ entries: 'a\nb\nc' })).toMatchObject({
      complete: true,
      'append-only': 'holds',
      'one-log': 4,
      'split-found': 5,
    });
  });

  it('is rewritten in four steps under who does not ask', async () => {
    expect(await found({ entries: 'a\nb', consistency: 'off' })).toMatchObject({
      complete: true,
      'append-only': 4,
    });
  });

  it('is one log where the server is honest, and nobody finds a split where there is none', async () => {
    expect(await found({ entries: 'a\nb\nc', server: 'honest' })).toMatchObject({
      complete: true,
      'append-only': 'holds',
      'one-log': 'holds',
      'split-found': 'not reached',
    });
  });

  it('says nothing of a split where nobody talks', async () => {
    expect(await found({ entries: 'a', talk: 'off' })).toMatchObject({
      'split-found': 'does not apply',
    });
  });
});

describe('the proofs drawn', () => {
  const of = params();
  const model = todayModel(of, 1);
  const states = play(model, KEYS);

  it('are the proof of RFC 6962, level by level, for whoever holds a checkpoint', () => {
    expect(proofScene(states[0] as Today, of).halves).toEqual([]);
    const log = todayLog(of, 1);
    for (const state of states) {
      for (const { user, levels, size } of proofScene(state, of).halves) {
        const held = present(state.users[user].held, user);
        const { proof } = log.included(held, size - 1, state.splitAt);
        expect(levels.flatMap(({ beside }) => beside?.value ?? [])).toEqual(
          proof.map((hash) => hash.slice(0, 8)),
        );
        expect(levels.at(-1)?.node.value).toBe(held.root.slice(0, 8));
      }
    }
  });

  it('tell both hashes where the two logs differ, from the entry up', () => {
    const [a, c] = proofScene(states.at(-1) as Today, of).halves;
    expect(
      a?.levels.map(({ node, beside }) => [node.from, node.to, node.other !== null, beside?.other != null]),
    ).toEqual([
      [3, 3, false, true],
      [1, 3, true, false],
    ]);
    expect(c?.levels.at(-1)?.node).toMatchObject({
      value: a?.levels.at(-1)?.node.other,
      other: a?.levels.at(-1)?.node.value,
    });
  });
});

describe('through the eyes of one', () => {
  const of = params();
  const states = play(todayModel(of, 1), KEYS);
  const { eyes } = todayPart;

  it('there is one log, whichever it is shown', () => {
    const end = states.at(-2) as Today;
    const [all, alone] = [proofScene(end, of), proofScene(end, of, 'C')];
    expect(
      alone.halves.map(({ user, levels }) => [user, levels.some(({ node }) => node.other !== null)]),
    ).toEqual([['C', false]]);
    expect(alone.halves[0]?.levels.map(({ node }) => node.value)).toEqual(
      all.halves[1]?.levels.map(({ node }) => node.value),
    );
    expect(JSON.stringify(eyes?.knows(end, 'C', of))).not.toMatch(/main|other/);
  });

  it('the split itself is not noticed', () => {
    const at = KEYS.indexOf('log.split.2');
    for (const user of eyes?.of(of) ?? [])
      expect(eyes?.knows(states[at + 1] as Today, user, of)).toEqual(
        eyes?.knows(states[at] as Today, user, of),
      );
  });
});

describe('what is pasted', () => {
  it('stands ready as a log of seven entries, made from its key', () => {
    const leaves = Array.from({ length: 7 }, (_, i) => leafHash(utf8(`entry ${i}`)));
    const signer = { name: 'log.example/seven', secret: new Uint8Array(32).fill(7) };
    const at = (size: number) =>
      signCheckpoint(
        { origin: signer.name, size: BigInt(size), root: rootOf(leaves.slice(0, size)) },
        signer,
      );
    expect(SAMPLE).toEqual({
      old: at(3).trimEnd(),
      new: at(7).trimEnd(),
      proof: consistencyProof(leaves, 3).join('\n'),
      key: vkeyOf(signer),
    });
    expect(verifyPasted(SAMPLE)).toEqual({ ok: true, old: '3', now: '7' });
    expect(
      verifyPasted({ ...SAMPLE, old: `${SAMPLE.old}\n\n`, new: SAMPLE.new.replaceAll('\n', '\r\n') }).ok,
    ).toBe(true);
  });

  it.each([
    ['nothing', { old: '' }, 'old', 'missing-newline'],
    ['another size', { new: SAMPLE.new.replace('\n7\n', '\n8\n') }, 'new', 'bad-signature'],
    ['no key', { key: '' }, 'key', 'not-a-key'],
    ['the two exchanged', { old: SAMPLE.new, new: SAMPLE.old }, null, 'sizes-reversed'],
    ['a hash less', { proof: SAMPLE.proof.slice(65) }, null, 'proof-length'],
    ['a hash changed', { proof: SAMPLE.proof.replace('5', '6') }, null, 'old-root-mismatch'],
    ['a hash cut', { proof: SAMPLE.proof.slice(2) }, 'proof', 'hash-length'],
    ['words for a proof', { proof: 'trust me' }, 'proof', 'not-hex'],
  ])('is refused with %s, by name', (_, change, field, error) => {
    expect(verifyPasted({ ...SAMPLE, ...change })).toMatchObject({ ok: false, field, error });
  });
});

describe('its words', () => {
  const tables: readonly Words[] = [
    { ...proofsEn, ...cardEn, ...todayEn, ...besideEn },
    { ...proofsZh, ...cardZh, ...todayZh, ...besideZh },
  ];
  /** Every text in a value is said, in both languages, with all its arguments. */
  function said(value: unknown): readonly string[] {
    if (typeof value !== 'object' || value === null) return [];
    if (typeof (value as Text).key === 'string' && !('kind' in value) && !('actor' in value)) {
      const [en = '', zh = ''] = tables.map((words) => plain(words, value as Text));
      for (const one of [en, zh]) expect(one, (value as Text).key).not.toMatch(/[{}]/);
      expect(
        tables.every((words) => (value as Text).key in words),
        (value as Text).key,
      ).toBe(true);
      return [en];
    }
    return Object.values(value).flatMap(said);
  }

  it('say every step, offer, mark and panel of the default run, in both languages', () => {
    const of = params();
    const model = todayModel(of, 1);
    const states = play(model, KEYS);
    said([todayPart.actors(of), todayPart.start(of, states[0] as Today)]);
    const sentences = KEYS.map((key, i) => {
      const [before, after] = [states[i] as Today, states[i + 1] as Today];
      const actions = model.enabled(before);
      said([actions.map((one) => todayPart.offer(before, one, of)), todayPart.inspect(after, of)]);
      const action = present(
        actions.find((one) => one.key === key),
        key,
      );
      said(todayPart.mark(before, action, after, of));
      return said(todayPart.narrate(before, action, after, of))[0];
    });
    expect(sentences).toMatchInlineSnapshot(`
      [
        "The log appends entry 1: A mod auth.py.",
        "A takes a first checkpoint: 1 entry, root 31746dd7, signed by the log.",
        "C takes a first checkpoint: 1 entry, root 31746dd7, signed by the log.",
        "The log appends entry 2: B mod bank.py.",
        "The log now keeps two: where one has B mod bank.py as entry 2, the other has B mod bank.py *.",
        "A takes the checkpoint of 2 entries, root 2ecc046d. By 1 hash it begins with the 1 entry held before.",
        "A verifies by 1 hash that entry 2 is in its log: B mod bank.py.",
        "C takes the checkpoint of 2 entries, root e56e624b. By 1 hash it begins with the 1 entry held before.",
        "C verifies by 1 hash that entry 2 is in its log: B mod bank.py *.",
        "The log appends entry 3: C fetch auth.py.",
        "A takes the checkpoint of 3 entries, root d985481f. By 1 hash it begins with the 2 entries held before.",
        "C takes the checkpoint of 3 entries, root 8776b2ac. By 1 hash it begins with the 2 entries held before.",
        "A and C compare, and find the fork: both checkpoints, of 3 and 3 entries, are signed, and no proof leads from one to the other. The hashes lead to another root: this is not that log.",
        "You verify what was pasted: the log of 3 entries is the beginning of the log of 7.",
      ]
    `);
  });

  it('say refusals and what does not hold', async () => {
    const of = params({ pasteProof: '' });
    const model = todayModel(of, 1);
    const keys = ['log.append.1', 'A.take.1', 'log.split.1', 'A.take.1.other', 'you.verify'];
    const states = play(model, keys);
    const sentences = keys.slice(3).map((key, i) => {
      const [before, after] = [states[i + 3] as Today, states[i + 4] as Today];
      const action = present(
        model.enabled(before).find((one) => one.key === key),
        key,
      );
      return said(todayPart.narrate(before, action, after, of));
    });
    expect(sentences.map(([sentence]) => sentence)).toMatchInlineSnapshot(`
      [
        "A refuses the checkpoint of 1 entry: The hashes lead to another root: this is not that log.",
        "You verify what was pasted, and it does not hold. A log of this size has more or fewer hashes on that path.",
      ]
    `);
    const end = { state: states.at(-1) as Today, soFar: {} };
    expect(said(await todayPart.outcome?.(of, end))[0]).toMatch(/^Yes, at once/);
  });
});
