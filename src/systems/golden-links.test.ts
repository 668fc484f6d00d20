// Links that were given out: each opens for ever, at the same step of the same run. A change of a model's states, of the
// order of its actions or of the codec breaks one of these, and then it needs a new version and an upgrader.

import { describe, expect, it } from 'vitest';
import { GOLDEN } from './testing/golden-links.ts';
import { newSession } from './testing/new-session.ts';

describe('a link given out', () => {
  it.each(GOLDEN)('%s', async (link, step, fingerprint) => {
    const session = newSession();
    const { frame, warning } = await session.openLink(link);
    expect(warning).toBeNull();
    expect([frame.cursor.step, frame.fingerprint]).toEqual([step, fingerprint]);
    expect(await session.link()).toBe(link);
  });
});
