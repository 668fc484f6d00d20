// What the engine tests ask of a browser, whatever protocol drives it.

export interface Driver {
  /** The browser's name and version. */
  readonly version: string;
  goto(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page, as JSON carries it. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks the one button whose accessible name this is. */
  click(button: string): Promise<void>;
  close(): Promise<void>;
}

const EVERY_MS = 50;

/** Asks until the answer is neither null nor false; fails, naming what was awaited, after so long. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false> | T | null | false,
  timeoutMs = 20_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** A button by its label or its words, for browsers that cannot be asked by role. */
export const buttonPath = (name: string): string =>
  `//button[@aria-label=${JSON.stringify(name)} or normalize-space()=${JSON.stringify(name)}]`;
