// A file as a run's input: the link and the saved file name it by its hash; another tab asks for it, another file is named
// beside the one that is wanted, and the right one opens the run where it was.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { beginningOf, say } from './words.ts';

const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const WORDS = text('words.txt', 'to be or not to be\nthat is the question\nto be\n');
const OTHER = text('other.txt', 'something else\n');

async function give(page: Page, button: string, file: typeof WORDS): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chosen).setFiles(file);
}

/** Asked for, refused where it is another, and opened where it is the one. */
async function asksAndOpens(page: Page, fingerprint: string, step: number): Promise<void> {
  const alert = page.locator('main').getByRole('alert');
  await expect(alert).toContainText('words.txt');
  await expect(alert).toContainText(beginningOf('session.file.wanted').replace(' **', ''));
  await give(page, say('error.give'), OTHER);
  await expect(alert.getByRole('listitem')).toContainText(/words\.txt.*other\.txt/);
  await give(page, say('error.give'), WORDS);
  const there = new ScenarioPage(page);
  expect((await there.moment(step)).fingerprint).toBe(fingerprint);
}

test('a run over a file is asked for it by link and by saved file, and loses nothing', async ({
  page,
  context,
}) => {
  const there = await ScenarioPage.open(page, '#/spark/stages');
  await page.locator('.text-pill').nth(1).click();
  await give(page, say('texts.choose'), WORDS);
  await expect(page.locator('.text-file')).toContainText('words.txt');
  const { fingerprint } = await there.stepOn(3);
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  const link = await there.dialog.getByRole('textbox', { name: say('share.link') }).inputValue();
  const download = page.waitForEvent('download');
  await there.dialog.getByRole('button', { name: say('share.save') }).click();
  const saved = await readFile(await (await download).path());

  const byLink = await context.newPage();
  await byLink.goto(isolatedUrl + link.slice(link.indexOf('#')));
  await asksAndOpens(byLink, fingerprint, 3);

  const bySaved = await context.newPage();
  const home = await HomePage.open(bySaved);
  await home.openFile([{ name: 'run.json', mimeType: 'application/json', buffer: saved }]);
  await asksAndOpens(bySaved, fingerprint, 3);
});
