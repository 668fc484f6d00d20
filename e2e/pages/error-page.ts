// What a person sees where something could not be opened: what, where, what to do, and a way on.

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { say } from '../words.ts';

/** Expects an error in these words, with something to do about it, and no run. */
export async function expectRefusal(page: Page, what: string, todo: string): Promise<void> {
  const error = page.getByRole('alert');
  await expect(error.getByRole('heading', { level: 1 })).toHaveText(what);
  await expect(error).toContainText(todo);
  await expect(error.getByRole('link', { name: say('error.home') })).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
}
