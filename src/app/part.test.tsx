// @vitest-environment happy-dom
// What arrives late is drawn when it arrives, and what does not arrive is a failure where it should have stood.

import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { lazyPart } from '../widgets/part.ts';
import { Boundary } from './boundary.tsx';

afterEach(() => document.body.replaceChildren());

function drawn(load: Parameters<typeof lazyPart>[0]): HTMLElement {
  const Part = lazyPart(load);
  const host = document.body.appendChild(document.createElement('div'));
  createRoot(host).render(
    <Boundary until={[]} instead={(error) => `failed: ${(error as Error).message}`}>
      <Suspense fallback="waits">
        <Part />
      </Suspense>
    </Boundary>,
  );
  return host;
}

test('a part is drawn as soon as it has arrived', async () => {
  let arrive: (part: () => string) => void = () => {};
  const host = drawn(() => new Promise((resolve) => (arrive = resolve)));
  const turns = async (most: number, until: () => boolean): Promise<void> => {
    for (let turn = 0; turn < most && !until(); turn++) await new Promise((resolve) => setTimeout(resolve));
  };
  await turns(1000, () => host.textContent === 'waits');
  arrive(() => 'here');
  // Some turns of the loop, and not a time: one that React would let pass is a third of a second.
  await turns(50, () => host.textContent === 'here');
  expect(host.textContent).toBe('here');
});

test('a part that does not arrive fails where it would have stood', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const host = drawn(() => Promise.reject(new Error('not there')));
  await vi.waitFor(() => expect(host.textContent).toMatch(/^failed: /), { timeout: 5_000 });
});
