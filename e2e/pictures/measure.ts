// What a person would see at once in a picture: text that is cut, text over text, a page that scrolls sideways, rows
// that something sticky covers. Measured in boxes, in the page.

import type { Page } from '@playwright/test';

/** In words, each with where it is; nothing where all is well. */
export async function ugly(page: Page): Promise<readonly string[]> {
  // Some compilers name functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push(`the page scrolls ${wide} px sideways`);

    /** For those who listen, and not drawn. */
    const isForEars = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isForEars(element.parentElement));
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.skip-link, option') &&
      !isForEars(element);
    const inLayer = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (/sticky|fixed/.test(getComputedStyle(at).position)) return true;
      return false;
    };
    interface Said {
      readonly text: string;
      readonly element: Element;
      readonly boxes: readonly DOMRect[];
    }
    const said: Said[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || !element || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (boxes.length > 0) said.push({ text: text.slice(0, 40), element, boxes });
    }

    for (const { text, element, boxes } of said) {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) break;
        const frame = at.getBoundingClientRect();
        const isCut = boxes.some(
          (box) => box.right > frame.right + 1.5 || box.left < frame.left - 1.5 || box.top > frame.bottom - 4,
        );
        if (isCut) found.push(`“${text}” is cut by ${at.className || at.tagName}`);
      }
    }

    const free = said.filter(({ element }) => !inLayer(element));
    const lines = free
      .flatMap((one) => one.boxes.map((box) => ({ one, box })))
      .sort((a, b) => a.box.top - b.box.top);
    for (const [index, { one, box }] of lines.entries()) {
      for (let next = index + 1; next < lines.length; next++) {
        const other = lines[next];
        if (!other || other.box.top > box.bottom) break;
        if (other.one === one) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // Boxes of lines are taller than their letters.
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > Math.min(box.height, other.box.height) * 0.4)
          found.push(`“${one.text}” is over “${other.one.text}”`);
      }
    }

    for (const row of document.querySelectorAll('.strip-row, .property-line li')) {
      if (!isSeen(row)) continue;
      row.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = row.getBoundingClientRect();
      const at = document.elementFromPoint(left + Math.min(width / 2, 60), top + height / 2);
      if (at && !row.contains(at) && !at.contains(row))
        found.push(`“${row.textContent?.slice(0, 40)}” is covered by ${at.className || at.tagName}`);
    }
    return [...new Set(found)];
  });
}
