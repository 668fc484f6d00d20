// How long the page takes to answer, measured in the page itself.

import type { Page } from '@playwright/test';

/** In the page: ms from a press of the button, or from a change of address, until what it is for stands there. */
export const answered = (
  page: Page,
  press: { button: string } | { hash: string },
  there: string,
): Promise<number> =>
  page.evaluate(
    ([how, sign]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = (): void => {
          if (document.querySelector(sign)) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        if ('hash' in how) location.hash = how.hash;
        else {
          const all = [...document.querySelectorAll('button')];
          const button = all.find((each) => each.textContent?.startsWith(how.button));
          if (!button) return resolve(0);
          button.click();
        }
        look();
      }),
    [press, there] as const,
  );
