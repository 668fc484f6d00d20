// What axe finds that is serious or critical, with where it is.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** In the page itself: it has no frames, for which another page would be opened to sum up in. */
export async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
    );
}
