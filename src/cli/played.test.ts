// What was played when the page was built, against a session that plays it now.

import { expect, test } from 'vitest';
import type { Language } from '../base/words.ts';
import type { CorrectionLinks, FirstMoment, PlayedStart } from '../session/played.ts';
import { columnsOf } from '../session/played.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import { nodeJobRunner } from './job-runner.ts';
import { played } from './played.ts';

const fresh = () =>
  createSession({ clock: () => 0, breathe: async () => undefined, catalog, runner: nodeJobRunner(0) });

test.each<Language>(['en', 'zh'])(
  'the race is drawn as the session opens it, and says it in %s',
  async (language) => {
    const moments = JSON.parse(played[`first.${language}`] ?? '') as FirstMoment[];
    expect(moments.length).toBeGreaterThan(0);
    for (const { system, scenario, frame, track, actors, words } of moments) {
      const entry = catalog.find(({ id }) => id === system);
      const live = (await entry?.card())?.live;
      expect(live?.scenario).toBe(scenario);
      const update = await fresh().act(
        'another',
        { kind: 'open', from: { system, scenario } },
        { columns: columnsOf(live?.steps ?? 0) },
      );
      const now = { frame: update.frame, track: update.track, actors: update.head?.actors };
      expect({ frame, track, actors }).toEqual(JSON.parse(JSON.stringify(now)));
      const all = (await entry?.words(language, update.head?.words)) ?? {};
      for (const [key, said] of Object.entries(words)) expect(all[key], key).toBe(said);
      for (const { name } of actors) expect(Object.keys(words)).toContain(name.key);
      for (const { label } of frame.choices) expect(Object.keys(words)).toContain(label.key);
    }
  },
);

test('each correction has its link, which opens where it points', async () => {
  const links = JSON.parse(played.corrections ?? '') as CorrectionLinks;
  for (const { id: system, corrections } of catalog) {
    for (const { id, scenario, step } of await corrections()) {
      const link = links[`${system}/${id}`] ?? '';
      const { frame, warning } = await fresh().act('one', { kind: 'open', from: { link } }, { columns: 0 });
      expect([frame.scenario, frame.cursor.step, warning]).toEqual([scenario, step, null]);
    }
  }
});

test('every scenario stands at its start as a session of any width opens it, with what its experiment finds', async () => {
  for (const { id: system, card } of catalog) {
    for (const { id: scenario } of (await card()).scenarios) {
      const made = JSON.parse(played[`${system}/${scenario}`] ?? '') as PlayedStart;
      const session = fresh();
      const from = { system, scenario };
      const update = await session.act('start', { kind: 'open', from }, { columns: 12 });
      const findings = await session.experiment({ system, scenario });
      expect(made, scenario).toEqual(JSON.parse(JSON.stringify({ update, findings })));
    }
  }
});
