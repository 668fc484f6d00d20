// Parts of the page that arrive when they are first needed, with their styles.

import type { ComponentType, ReactNode } from 'react';
import { createElement, use, useSyncExternalStore } from 'react';
import { AGAIN_MS, askTwice } from '../base/ask-twice.ts';

/** A module of the page. */
export const pagePart = <T>(load: () => Promise<T>): Promise<T> =>
  askTwice(load, async () => {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    await mendStyles();
  });

/**
 * What a view draws with only at times, with its props as they are; to be drawn within a Suspense. One that has arrived is
 * drawn at once. `early`: it is asked for before it is drawn.
 */
export function partOfView<C>(load: () => Promise<C>, early = false): C {
  let asked: Promise<ComponentType> | null = null;
  function ask(): Promise<ComponentType> {
    asked ??= readable(pagePart(load) as Promise<ComponentType>);
    return asked;
  }
  if (early) ask().catch(() => undefined);
  return ((props: object): ReactNode => createElement(use(ask()), props)) as C;
}

/** The same promise, which React's `use` reads without a frame of waiting once it has settled: by these fields. */
export function readable<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => undefined,
  );
  return promise;
}

/**
 * A component that arrives when it is first drawn, and is drawn as soon as it is there: what is suspended React lets wait
 * for a third of a second.
 */
export function lazyPart(load: () => Promise<ComponentType>): ComponentType {
  let arrived: { readonly Drawn: ComponentType } | { readonly error: unknown } | null = null;
  let asked = false;
  const waiting = new Set<() => void>();
  const subscribe = (changed: () => void): (() => void) => {
    waiting.add(changed);
    return () => waiting.delete(changed);
  };
  async function ask(): Promise<void> {
    asked = true;
    try {
      arrived = { Drawn: await pagePart(load) };
    } catch (error) {
      arrived = { error };
    }
    for (const changed of waiting) changed();
  }
  return function LazyPart(): ReactNode {
    if (!asked) void ask();
    const part = useSyncExternalStore(subscribe, () => arrived);
    if (part === null) return null;
    if ('error' in part) throw part.error;
    return createElement(part.Drawn);
  };
}

/** The styles that a part needs are asked for once, by whoever loads it: those that did not arrive are asked for again. */
async function mendStyles(): Promise<void> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
    ({ sheet }) => sheet === null,
  );
  const arrived = missing.map((link) => {
    const again = link.cloneNode() as HTMLLinkElement;
    const done = new Promise<void>((resolve, reject) => {
      again.onload = () => resolve();
      again.onerror = () => reject(new Error(`no styles from ${again.href}`));
    });
    link.replaceWith(again);
    return done;
  });
  await Promise.all(arrived);
}
