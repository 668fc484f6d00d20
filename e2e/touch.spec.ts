// One scenario by touch alone at 360 by 740: taps, no hover, no keys, nothing that scrolls sideways.
// How large what is tapped is: targets.spec.ts.

import { expect, test } from '@playwright/test';
import { isolatedUrl } from './hosts.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { say } from './words.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('a scenario is opened, guessed, branched and finished by taps', async ({ page }) => {
  const there = new ScenarioPage(page);
  const fits = async (where: string): Promise<void> =>
    expect(await there.widerThanThePage(), `${where} fits the width`).toBeLessThanOrEqual(0);
  const tab = (name: 'story' | 'next' | 'state' | 'tries') =>
    page.getByRole('tab', { name: new RegExp(`^${say(`tab.${name}`)}`) });

  await page.goto(isolatedUrl);
  await fits('the first page');
  await page.getByRole('link', { name: /^Stale set/ }).tap();
  await there.ready();
  await fits('the scenario');
  for (let step = 1; step <= 3; step++) {
    await there.next.tap();
    await there.moment(step);
    await fits(`step ${step}`);
  }
  const question = page.getByRole('region', { name: /which of the two/i });
  await question.getByRole('button').nth(1).tap();
  await expect(page.getByRole('region', { name: say('predict.label') })).toContainText(say('predict.see'));
  await tab('next').tap();
  // Not what the scheduler would do: a try of one's own.
  await there.choices.getByRole('listitem').getByRole('button').last().tap();
  await there.moment(4);
  await fits('a choice');
  await tab('state').tap();
  await expect(page.getByRole('region', { name: say('state.label') })).toBeVisible();
  await fits('the state');
  let step = 4;
  // At the end what comes next stands in its place.
  while ((await there.next.count()) > 0) {
    await there.next.tap();
    await there.moment(++step);
  }
  await there.back.tap();
  await there.moment(step - 1);
  await tab('tries').tap();
  await fits('the tries');
  await there.button('page.shareMoment').tap();
  await expect(there.dialog.getByRole('textbox', { name: say('share.link') })).toHaveValue(/#\/v1\//);
  await fits('sharing');
  await there.dialog.getByRole('button', { name: say('page.close') }).tap();
  await expect(there.dialog).toHaveCount(0);
});
