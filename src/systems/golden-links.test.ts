// Links that were given out: each opens for ever, at the same step of the same run. A change of a model's states, of the
// order of its actions or of the codec breaks one of these, and then it needs a new version and an upgrader.

import { describe, expect, it } from 'vitest';
import { newSession } from './testing/new-session.ts';

const GOLDEN: readonly (readonly [link: string, step: number, fingerprint: string])[] = [
  ['#/v1/memcache/look-aside?m=1&c=~O&k=V-qBLA4y', 14, '1e382db981a91c6f'],
  ['#/v1/memcache/update-vs-invalidate?m=1&c=~F&k=-WBXnj2I', 5, '1d7e60d72c50156a'],
  ['#/v1/memcache/read-your-writes?m=1&c=~E&k=z_CIDIaS', 4, 'fc3a80d79e803019'],
  ['#/v1/memcache/two-regions?m=1&c=~G&k=wU8WA71U', 6, '94199a619c5d2b4e'],
  ['#/v1/memcache/stale-set?m=1&c=~F&k=1XhmsFvw', 5, '72a7d77e5e2d046a'],
  ['#/v1/memcache/cold-cluster-race?m=1&c=~I&k=28R-vcLU', 8, '002f1c08cc260660'],
  ['#/v1/memcache/remote-marker?m=1&c=~H&k=m69XwWuj', 7, '875ef524022b7647'],
  ['#/v1/memcache/back-in-time?m=1&c=~J&k=Hv5VRw_-', 9, 'db8a692169b34635'],
  ['#/v1/memcache/consistency?m=1&c=~J&k=pYgXDndG', 9, '7dbd7a794c1edc4c'],
  ['#/v1/memcache/thundering-herd?m=1&c=~O&k=B1nbVnTH', 14, 'e06a073ac4c914ce'],
  ['#/v1/memcache/udp-tcp?m=1&c=~M&k=WLV402h0', 12, 'b4582dafa8108b33'],
  ['#/v1/memcache/cross-shard?m=1&c=~E&k=ep_OLHK0', 4, '7fd28b3a2a49f9b3'],
  ['#/v1/memcache/growth?m=1&c=~kB&k=9nl8Fm57', 36, '2d5d5b7cf23ede60'],
  ['#/v1/memcache/gutter?m=1&c=~X&k=6nH1aN1U', 23, '1474055b2dafd88f'],
  ['#/v1/memcache/billion?m=1&c=~N&k=ARVbnmyo', 13, 'b89a1cc9ddb02589'],
  ['#/v1/memcache/stale-set?m=1&p=grain.message~lease.on&c=BABAB~H&k=WbkXFjCG', 12, '8e9f4a1e1724f31d'],
  ['#/v1/memcache/look-aside?m=1&p=ops.40~scheduler.seeded&s=7&c=~wI&k=TYcCQxzn', 272, 'ba706f884d51888e'],
];

describe('a link given out', () => {
  it.each(GOLDEN)('%s', async (link, step, fingerprint) => {
    const session = newSession();
    const { frame, warning } = await session.openLink(link);
    expect(warning).toBeNull();
    expect([frame.cursor.step, frame.fingerprint]).toEqual([step, fingerprint]);
    expect(await session.link()).toBe(link);
  });
});
