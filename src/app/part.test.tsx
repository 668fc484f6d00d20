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
  let arrived = 0;
  const host = drawn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    arrived = performance.now();
    return () => 'here';
  });
  await vi.waitFor(() => expect(host.textContent).toBe('here'), { interval: 5 });
  expect(performance.now() - arrived).toBeLessThan(200);
});

test('a part that does not arrive fails where it would have stood', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const host = drawn(() => Promise.reject(new Error('not there')));
  await vi.waitFor(() => expect(host.textContent).toMatch(/^failed: /), { timeout: 5_000 });
});
