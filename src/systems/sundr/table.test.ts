// Ten moves against four protocols, as the command line prints them and as the docs say.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { text } from '../../base/text.ts';
import { newSession } from '../testing/new-session.ts';
import { NONE } from './rules.ts';
import type { Row } from './table.ts';
import { SCENARIO, table } from './table.ts';
import { markdown } from './verbs/table.ts';

const rows = table();
const of = (protocol: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.filter((row) => row.protocol === protocol).map((row) => [row.move, row.check ?? row.verdict]),
  );

test('there are forty rows, and files signed one by one let three lies through', () => {
  expect(rows).toHaveLength(40);
  expect(of('files')).toMatchObject({ replay: 'undetected', splice: 'undetected', deny: 'undetected' });
});

test('a signed log lets a server hide and fork, and nothing else', () => {
  expect(of('straw')).toEqual({
    prefix: 'allowed',
    omit: 'bad-signature',
    reorder: 'bad-signature',
    rollback: 'own-last-missing',
    fork: 'allowed',
    splice: 'bad-signature',
    alter: 'bad-signature',
    replay: 'bad-signature',
    deny: 'bad-signature',
    'wrong-key': 'bad-signature',
  });
});

test('version structures as well, by other checks', () => {
  expect(of('serialized')).toMatchObject({
    rollback: 'own-previous-missing',
    splice: 'not-totally-ordered',
    alter: 'hash-mismatch',
    prefix: 'allowed',
    fork: 'allowed',
  });
  expect(of('concurrent')).toEqual({ ...of('serialized'), omit: 'pending-entry-missing' });
});

test('every run that is refused ends with the check and the values that its row names', async () => {
  for (const { run, check, expected, actual, atStep, by } of rows) {
    if (!run || check === null) continue;
    const session = newSession();
    await session.open({ system: 'sundr', scenario: SCENARIO, params: run.params });
    for (const key of run.choices) await session.choose(key);
    const link = await session.link();
    const again = newSession();
    const { frame, warning } = await again.openLink(link);
    expect(warning).toBe(null);
    expect(frame.cursor.step).toBe(atStep);
    const panel = frame.panels.find(({ actor }) => actor === by);
    const said = Object.fromEntries((panel?.rows ?? []).map(({ id, value }) => [id, value]));
    expect(said.refused).toEqual({ key: `check.${check}` });
    // Where there was none a page has its word for it.
    const begins = (value: unknown): unknown =>
      value === NONE ? text('facet.none') : String(value).slice(0, 8);
    const shown = (value: unknown): unknown => (typeof value === 'string' ? begins(value) : value);
    expect(shown(said.expected?.args?.value)).toEqual(begins(expected));
    expect(shown(said.actual?.args?.value)).toEqual(begins(actual));
  }
});

test('the page in docs is what is printed', () => {
  const page = readFileSync(new URL('../../../docs/sundr-table.md', import.meta.url), 'utf8');
  expect(page.trim().endsWith(markdown(rows as readonly Row[]).join('\n'))).toBe(true);
});
