// Each thing that can go wrong with a message or an actor, by itself.

import { describe, expect, it } from 'vitest';
import { text } from '../base/text.ts';
import type { Actor } from './actor.ts';
import type { Body, Local } from './testing/talkers.ts';
import { network, say, talker } from './testing/talkers.ts';

const reasons = (blocked: readonly { readonly key: string; readonly reason: unknown }[] = []) =>
  Object.fromEntries(blocked.map(({ key, reason }) => [key, reason]));

describe('an actor that is down', () => {
  const twoOfThem = () =>
    network([talker('ann', say('m1')), { ...talker('bob'), acts: () => [{ name: 'wave', kind: 'wave' }] }], {
      mayCrash: (id) => id === 'bob',
      mayRecover: true,
    });

  it('takes no message: it waits, and it is said why', () => {
    const { model, keys, run } = twoOfThem();
    expect(keys(model.init())).toEqual(['bob.wave', 'm1', 'crash:bob']);
    const down = run('crash:bob');
    expect(keys(down)).toEqual(['recover:bob']);
    expect(reasons(model.blocked?.(down))).toEqual({ m1: text('blocked.down', { actor: 'bob' }) });
  });

  it('does nothing by itself, and cannot crash again', () => {
    const { keys, run } = twoOfThem();
    expect(keys(run('crash:bob')).some((key) => key === 'bob.wave' || key === 'crash:bob')).toBe(false);
  });

  it('takes what waited when it is up again', () => {
    const { run, keys } = twoOfThem();
    const up = run('crash:bob', 'recover:bob');
    expect(up.down).toEqual([]);
    expect(keys(up)).toEqual(['bob.wave', 'm1', 'crash:bob']);
    expect(run('crash:bob', 'recover:bob', 'm1').locals.bob).toEqual(['m1']);
  });

  it('comes up by itself, while others stay down', () => {
    const { run } = network([talker('ann', say('m1')), talker('bob')], {
      mayCrash: () => true,
      mayRecover: true,
    });
    expect(run('crash:ann', 'crash:bob', 'recover:ann').down).toEqual(['bob']);
  });

  it('stays down where nobody may bring it up', () => {
    const { keys, run } = network([talker('ann', say('m1')), talker('bob')], {
      mayCrash: () => true,
    });
    expect(keys(run('crash:ann', 'crash:bob'))).toEqual([]);
    expect(run('crash:bob', 'crash:ann').down).toEqual(['ann', 'bob']);
  });

  it('keeps what its `crash` leaves of it, and all of it where it has none', () => {
    const forgetful: Actor<Local, Body> = { ...talker('bob'), crash: () => ['awoke'] };
    const over = { mayCrash: () => true };
    const { run } = network([talker('ann', say('m1')), forgetful], over);
    expect(run('m1', 'crash:bob').locals.bob).toEqual(['awoke']);
    const { run: other } = network([talker('ann', say('m1')), talker('bob')], over);
    expect(other('m1', 'crash:bob').locals.bob).toEqual(['m1']);
  });

  it('has sent what is on its way by messages, and has not by exchanges', () => {
    const actors = [talker('ann', say('m1')), talker('bob')];
    const over = { mayCrash: () => true };
    expect(
      network(actors, over)
        .run('crash:ann')
        .net.map(({ id }) => id),
    ).toEqual(['m1']);
    expect(network(actors, { ...over, exchange: true }).run('crash:ann').net).toEqual([]);
  });
});

describe('a cut', () => {
  const cuts = [
    { name: 'sea', sides: [['ann'], ['bob']] },
    { name: 'air', sides: [['ann'], ['bob', 'cid']] },
  ] as const;
  const three = () =>
    network([talker('ann', say('a1'), say('a2', 'cid')), talker('bob', say('b1', 'ann')), talker('cid')], {
      cuts,
    });

  it('holds messages between its sides, both ways, and no others', () => {
    const { model, keys, run } = three();
    const cut = run('cut:sea');
    expect(keys(cut)).toEqual(['a2', 'heal:sea', 'cut:air']);
    expect(reasons(model.blocked?.(cut))).toEqual({ a1: text('blocked.cut'), b1: text('blocked.cut') });
    expect(keys(run('cut:air'))).toEqual(['cut:sea', 'heal:air']);
  });

  it('ends when it is healed, whatever other cuts there are, and in whatever order they came', () => {
    const { keys, run } = three();
    expect(keys(run('cut:sea', 'heal:sea'))).toEqual(keys(run()));
    expect(keys(run('cut:sea', 'cut:air', 'heal:air'))).toEqual(keys(run('cut:sea')));
    expect(run('cut:sea', 'cut:air')).toEqual(run('cut:air', 'cut:sea'));
  });
});

describe('a queue', () => {
  const queued = (id: string, order: number) => say(id, 'bob', { queue: 'log', order });

  it('delivers in its order, whatever the names, beside messages that are in none', () => {
    const { model, keys, run } = network([
      talker('ann', queued('first', 2), queued('z', 3), queued('a', 9), say('free')),
      talker('bob'),
    ]);
    expect(keys(model.init())).toEqual(['free', 'first']);
    expect(reasons(model.blocked?.(model.init()))).toEqual({
      z: text('blocked.queue'),
      a: text('blocked.queue'),
    });
    expect(run('first', 'z', 'a').locals.bob).toEqual(['first', 'z', 'a']);
  });

  it('waits for a message that is held, and not for one that is lost', () => {
    const { keys, run } = network([talker('ann', queued('one', 1), queued('two', 2)), talker('bob')], {
      mayDrop: () => true,
    });
    expect(keys(run())).toEqual(['one', 'drop:one', 'drop:two']);
    expect(keys(run('drop:one'))).toEqual(['two', 'drop:two']);
  });
});

describe('a message that is lost', () => {
  const lossy = (mayResend?: (envelope: { readonly id: string }) => boolean) =>
    network([talker('ann', say('m1'), say('m2')), talker('bob')], {
      mayDrop: ({ id }) => id !== 'm2',
      ...(mayResend ? { mayResend } : {}),
    });

  it('is gone for good, where it may be lost and nobody keeps it', () => {
    const { keys, run } = lossy();
    expect(keys(run())).toEqual(['m1', 'm2', 'drop:m1']);
    const after = run('drop:m1');
    expect([after.net.map(({ id }) => id), after.lost]).toEqual([['m2'], []]);
    expect(keys(after)).toEqual(['m2']);
  });

  it('is sent again as it was, where its sender keeps it', () => {
    const { keys, run } = lossy(({ id }) => id === 'm1');
    expect(keys(run('drop:m1'))).toEqual(['m2', 'resend:m1']);
    expect(run('drop:m1', 'resend:m1')).toEqual(run());
    expect(keys(run('m1', 'drop:m1.ok'))).toEqual(['m2']);
  });
});

describe('a message that may come twice', () => {
  it('does so only where it may', () => {
    const { keys, run } = network([talker('ann', say('m1'), say('m2')), talker('bob')], {
      mayDuplicate: ({ id }) => id === 'm1',
    });
    expect(keys(run())).toEqual(['m1', 'm2', 'duplicate:m1']);
    expect(run('duplicate:m1', 'm1', 'm1+').locals.bob).toEqual(['m1', 'm1+']);
  });
});

describe('by exchange', () => {
  it('a request and its answer are one step, at both ends', () => {
    const { run } = network([talker('ann', say('m1')), talker('bob')], { exchange: true });
    const after = run('m1');
    expect(after.locals).toEqual({ ann: ['m1.ok'], bob: ['m1'] });
    expect(after.net).toEqual([]);
  });

  it('what is not an answer stays on its way', () => {
    const gossip: Actor<Local, Body> = {
      ...talker('bob'),
      receive: (local, { id, from }) => ({
        local: [...local, id],
        sends: [say('news', 'cid'), say('m1.ok', from, { replyTo: id })],
      }),
    };
    const { run } = network([talker('ann', say('m1')), gossip, talker('cid')], { exchange: true });
    const after = run('m1');
    expect(after.locals.ann).toEqual(['m1.ok']);
    expect(after.net.map(({ id, from, to }) => [id, from, to])).toEqual([['news', 'bob', 'cid']]);
  });
});

describe('an assumption', () => {
  it('bars a step with its reason, and a fault without a word', () => {
    const { model, keys } = network([talker('ann', say('m1')), talker('bob')], {
      mayDrop: () => true,
      forbids: (_, { kind }) => text(`no.${kind}`),
    });
    expect(keys(model.init())).toEqual([]);
    expect(reasons(model.blocked?.(model.init()))).toEqual({ m1: text('no.deliver') });
  });
});
