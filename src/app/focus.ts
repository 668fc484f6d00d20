// Focus is never lost: where the element that has it goes away or is put out of use, it moves to the nearest part of the
// page around it that is still there, so that Tab and a screen reader go on from where the learner was.

/** Parts of the page that can be where somebody is. */
const HOMES = 'section, aside, [role="tabpanel"], main, dialog';

interface Focused {
  readonly at: HTMLElement;
  readonly homes: readonly HTMLElement[];
}

export function keepFocus(): void {
  let last: Focused | null = null;
  addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? { at: target, homes: homesOf(target) } : null;
  });
  // A press somewhere else takes it away on purpose.
  addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof Node && last?.at.contains(target))) last = null;
    },
    true,
  );
  const check = (): void => {
    if (!last || !isGone(last.at)) return;
    const { activeElement: active, body } = document;
    if (active && active !== body && active !== last.at) return;
    const home = last.homes.find((one) => !isGone(one)) ?? document.getElementById('main');
    last = null;
    if (home) focusOn(home);
  };
  new MutationObserver(check).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'class'],
  });
}

function homesOf(target: HTMLElement): readonly HTMLElement[] {
  const homes: HTMLElement[] = [];
  for (let at = target.parentElement?.closest<HTMLElement>(HOMES); at; ) {
    homes.push(at);
    at = at.parentElement?.closest<HTMLElement>(HOMES);
  }
  return homes;
}

const isGone = (element: HTMLElement): boolean =>
  !element.isConnected ||
  element.matches(':disabled') ||
  !element.checkVisibility({ visibilityProperty: true });

/** Focus for a part of the page that is no control. */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
