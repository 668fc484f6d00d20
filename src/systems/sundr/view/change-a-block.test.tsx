// @vitest-environment happy-dom
// Any block of the bank's files, chosen by file and number: what is said and drawn is what `sundr merkle` says.

import { act } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Moment } from '../../testing/view-contract.tsx';
import { Mounted } from '../../testing/view-contract.tsx';
import { runVerb } from '../testing/run-verb.ts';
import { words } from '../text/merkle.en.ts';
import { ChangeABlock } from './change-a-block.tsx';

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => document.body.replaceChildren());

test('the chosen block’s path is the one that `sundr merkle` hashes again', async () => {
  const mounted = new Mounted(words);
  const host = await mounted.show({ drawn: <ChangeABlock phone={false} /> } as Moment);
  const press = async (name: string): Promise<void> => {
    const button = [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!button) throw new Error(`no button ${name}`);
    await act(async () => button.click());
  };
  for (const [file, block] of [
    ['auth.py', 0],
    ['bank.py', 2],
    ['users.py', 1],
  ] as const) {
    await press(file);
    await press(`block ${block}`);
    const { json } = await runVerb('sundr merkle', ['--change', `${file}:${block}`]);
    const { hashed, hashes, fromScratch } = json as {
      hashed: { name: string; new: string }[];
      hashes: number;
      fromScratch: number;
    };
    const drawn = [...host.querySelectorAll('[data-state="changed"]')].map(
      (node) =>
        `${node.querySelector('.hash-name')?.textContent} ${node.querySelector(':scope > code')?.textContent}`,
    );
    expect(drawn).toEqual(hashed.map((one) => `${one.name} ${one.new.slice(0, 8)}`));
    const said = host.querySelector('[role="status"]')?.textContent;
    expect(said).toBe(
      `One bit of ${file}, block ${block}: ${hashes} hashes anew; the whole tree takes ${fromScratch}.`,
    );
  }
  expect([...mounted.missing]).toEqual([]);
  await mounted.end();
});
