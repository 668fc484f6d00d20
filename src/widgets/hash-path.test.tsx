// @vitest-environment happy-dom

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { HashNode } from './hash-path.tsx';
import { HashPath } from './hash-path.tsx';

const node = (name: string, state: HashNode['state'], other: string | null = null): HashNode => ({
  name,
  value: 'c35645d1',
  other,
  state,
});
const words = {
  checked: 'same',
  expected: 'signed',
  actual: 'bytes give',
  more: (count: number) => `+${count} blocks`,
};
function drawn(path: readonly HashNode[], beside: readonly HashNode[] = []): HTMLElement {
  const host = document.createElement('div');
  const level = { id: 'inode', told: 'write inode', title: 'inode', note: 'hash', path, beside };
  host.innerHTML = renderToStaticMarkup(<HashPath levels={[level]} phone={false} words={words} />);
  return host;
}

test('the old one is struck, the new one stands beside it', () => {
  const host = drawn([node('auth.py', 'changed', '29ae7838')]);
  expect(host.querySelector('s')?.textContent).toBe('29ae7838');
  expect(host.querySelector('.hash-node > code')?.textContent).toBe('c35645d1');
});

test('one that is wrong has both values, in words', () => {
  const host = drawn([node('block 2', 'wrong', 'ca031897')]);
  expect(host.querySelector('[data-state="wrong"]')?.textContent).toBe(
    'block 2signedca031897bytes givec35645d1',
  );
});

test('one that was checked says so beside its sign', () => {
  expect(drawn([node('leaf', 'checked')]).querySelector('.hash-ok')?.textContent).toBe('✓ same');
});

test('many beside the path are a count', () => {
  const beside = Array.from({ length: 11 }, (_, index) => node(`block ${index}`, 'untouched'));
  const host = drawn([node('block 11', 'changed', 'f4c87089')], beside);
  expect(host.querySelectorAll('.beside .hash-node')).toHaveLength(2);
  expect(host.querySelector('.hash-more')?.textContent).toBe('+9 blocks');
});
