// What every correction of a system promises: its run is possible and shows what is said, and both languages have its words.

import { expect, test } from 'vitest';
import type { Correction } from '../../contract/loading.ts';
import { catalog } from '../catalog.ts';
import { newSession } from './new-session.ts';

export function checkCorrections(system: string, corrections: readonly Correction[]): void {
  test.each(corrections)(
    '$id: its run is possible and shows what is said',
    async ({ scenario, params, choices, step, shows }) => {
      const session = newSession();
      await session.open({ system, scenario, params });
      for (const key of choices) await session.choose(key);
      const { cursor, properties } = await session.seek({ try: 0, step });
      expect(cursor.step).toBe(step);
      if (!shows) return;
      const [name, verdict] = shows;
      expect(properties.find((one) => one.name === name)?.soFar).toBe(verdict);
    },
  );

  test('every correction has its words in both languages', async () => {
    const entry = catalog.find(({ id }) => id === system);
    for (const language of ['en', 'zh'] as const) {
      const words = await entry?.words(language, ['corrections']);
      for (const { id } of corrections)
        for (const part of ['title', 'notes', 'paper', 'run'])
          expect(words?.[`corrections.${id}.${part}`]).toBeTruthy();
    }
  });
}
