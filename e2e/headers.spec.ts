// A file of Bitcoin's headers, dropped into the page: what the rules say of it; one that is cut; 800,000 of them, with
// progress and a stop, while the page stays alive.

import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { words as chain } from '../src/systems/bitcoin/text/chain.en.ts';
import { words } from '../src/systems/bitcoin/text/import.en.ts';
import { longest, longTasks, watchLongTasks } from './long-tasks.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { beginningOf, say } from './words.ts';

const sha256 = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** So many headers under the easiest target, ten minutes apart. */
function headers(count: number): Buffer {
  const file = Buffer.alloc(80 * count);
  let previous: Buffer = Buffer.alloc(32);
  for (let i = 0; i < count; i++) {
    const one = file.subarray(80 * i, 80 * i + 80);
    one.writeInt32LE(1, 0);
    previous.copy(one, 4);
    one.writeUInt32LE(1_300_000_000 + 600 * i, 68);
    one.writeUInt32LE(0x207fffff, 72);
    for (let nonce = 0; ; nonce++) {
      one.writeUInt32LE(nonce, 76);
      const own = sha256(sha256(one));
      if ((own[31] as number) >= 0x80) continue;
      previous = own;
      break;
    }
  }
  return file;
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('headers that keep every rule, raw and in hex; one that breaks one; a file that is cut', async ({
  page,
}) => {
  const home = await HomePage.open(page);
  const { notice } = new ScenarioPage(page);
  const twenty = headers(20);
  for (const bytes of [twenty, Buffer.from(twenty.toString('hex'))]) {
    await home.openFile(file('twenty.headers', bytes));
    await expect(notice).toContainText(words['import.valid'].replace('{count header|headers}', '20 headers'));
  }
  const changed = Buffer.from(twenty);
  changed.writeUInt32LE(1, 80 * 12 + 68);
  await home.openFile(file('changed.headers', changed));
  await expect(notice).toContainText('time-too-old');
  await expect(notice).toContainText(say('import.faulty', { name: 'changed.headers' }).replaceAll('`', ''));
  await home.openFile(file('cut.headers', twenty.subarray(0, 250)));
  await expect(notice).toContainText('After 3 whole headers 10 bytes are left');
});

test('odd files: each is said to be what it is, and the page goes on', async ({ page }) => {
  const home = await HomePage.open(page);
  const { notice } = new ScenarioPage(page);
  const twenty = headers(20);
  const hex = twenty.toString('hex');
  const valid = words['import.valid'].replace('{count header|headers}', '20 headers');
  const beginning = (key: keyof typeof words): string => words[key].split('{')[0] ?? '';
  const odd: readonly (readonly [name: string, bytes: Buffer, says: string])[] = [
    ['empty.headers', Buffer.alloc(0), words['import.empty']],
    ['one.bin', Buffer.of(1), 'After 0 whole headers 1 byte is left'],
    ['cut.BIN', twenty.subarray(0, 79), 'After 0 whole headers 79 bytes are left'],
    ['cut.hex', Buffer.from(hex.slice(0, 100)), 'After 0 whole headers 50 bytes are left'],
    ['odd.hex', Buffer.from(hex.slice(0, 101)), words['import.odd']],
    ['odd.txt', Buffer.from(hex.slice(0, -1)), words['import.odd']],
    ['marked.hex', Buffer.from(`\uFEFF${hex}`), valid],
    ['lines.txt', Buffer.from((hex.match(/.{160}/g) ?? []).join('\r\n')), valid],
    ['words.hex', Buffer.from('no headers at all'), beginning('import.text')],
    ['picture.bin', Buffer.from('89504e470d0a1a0a', 'hex'), 'This is a PNG file'],
    [
      'noise.headers',
      Buffer.from(Uint8Array.from({ length: 8000 }, (_, i) => (i * 37) % 256)),
      words['import.other'],
    ],
    ['tail.hex', Buffer.from(`${hex}zz`), beginning('import.not-hex')],
  ];
  for (const [name, bytes, says] of odd) {
    await home.openFile(file(name, bytes));
    await expect(notice, name).toContainText(says);
  }
  // A file that nobody reads is a saved run that is none.
  await home.openFile(file('empty.txt', Buffer.alloc(0)));
  await expect(page.getByText(say('error.file'))).toBeVisible();
});

test('headers pasted into the chain are walked, the one that breaks a rule first; a file beside it as well', async ({
  page,
}) => {
  await ScenarioPage.open(page, '#/bitcoin/timestamps');
  await page.getByRole('tab', { name: chain['view.chain'], exact: true }).click();
  await page.getByRole('tab', { name: chain['chain.tab.own'] }).click();
  const view = page.locator('.chain-view');
  const press = (key: 'chain.own.read' | 'chain.own.choose') =>
    view.getByRole('button', { name: chain[key] });
  const changed = headers(40);
  changed.writeUInt32LE(1, 80 * 30 + 68);
  await view.locator('textarea').fill(changed.toString('hex'));
  await press('chain.own.read').click();
  await expect(view.locator('.chain-block')).toHaveCount(40);
  await expect(view.locator('.chain-block[aria-current]')).toHaveText(/^30/);
  await expect(view.locator('[data-told="check time-too-old"]')).toHaveAttribute('data-state', 'fails');
  // It still has its work by luck, or not: the next one does not stand on it.
  await expect(view.locator('.chain-link')).toHaveAttribute('data-cut', 'true');
  await view.locator('.chain-block[aria-current]').press('ArrowLeft');
  await expect(view.locator('[data-told="check time-too-old"]')).toHaveAttribute('data-state', 'holds');
  await view.locator('textarea').fill('12zz');
  await press('chain.own.read').click();
  await expect(view.getByRole('status').first()).toContainText(words['import.text'].split(':')[0] ?? '');
  const chooser = page.waitForEvent('filechooser');
  await press('chain.own.choose').click();
  await (await chooser).setFiles(file('twenty.headers', headers(20)));
  await expect(view.locator('.chain-block')).toHaveCount(20);
  await expect(view.locator('.chain-block[data-broken]')).toHaveCount(0);
});

test('800,000 headers are read within 30 seconds, with progress, and can be stopped', async ({
  page,
}, info) => {
  test.setTimeout(180_000 * patience);
  const path = info.outputPath('many.headers');
  await writeFile(path, headers(800_000));
  await watchLongTasks(page);
  const home = await HomePage.open(page);
  const { notice } = new ScenarioPage(page);
  await home.openFile(path);
  await expect(notice).toContainText(beginningOf('import.reading').replaceAll('`', ''));
  await longTasks(page);
  await expect(notice).toContainText('800000 headers', { timeout: 30_000 * patience });
  expect(longest(await longTasks(page))).toBeLessThan(50 * patience);
  await home.openFile(path);
  await notice.getByRole('button', { name: say('import.stop') }).click();
  await expect(notice).not.toContainText(beginningOf('import.reading').replaceAll('`', ''));
});
