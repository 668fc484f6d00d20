// Of headers that somebody brings, those worth a look: with what each was held against.

import { expect, test } from 'vitest';
import { headerBytes } from './consensus/header.ts';
import { HeadersImport } from './consensus/import-headers.ts';
import { mainnet, regtest } from './consensus/network.ts';
import { joined } from './consensus/wire.ts';
import { ownWalk } from './own-walk.ts';
import { headerFound } from './scene-bytes.ts';
import { chain } from './testing/blocks.ts';
import { dataFile, hasData } from './testing/data.ts';

test('of many the first, the last, and each that breaks a rule with the one before it; found again in its place', () => {
  const headers = [...chain(300)];
  const at = headers[220];
  if (!at) throw new Error('too few');
  headers[220] = { ...at, time: 1 };
  const walk = ownWalk();
  const reader = new HeadersImport({ network: regtest, startHeight: 0, seen: walk.seen });
  reader.push(joined(headers.map(headerBytes)));
  const { broken } = reader.end();
  const walked = walk.walked();
  const heights = walked.map(({ height }) => height);
  expect(heights.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(heights.slice(-10)).toEqual(Array.from({ length: 10 }, (_, i) => 290 + i));
  expect(heights.slice(100, -10)).toEqual([219, 220, 221]);
  const found = walked.filter((one) => (one.broken?.length ?? 0) > 0);
  expect(found.map(({ height, broken: rules }) => ({ height, rules }))).toEqual(broken);
  for (const { header, place, broken: rules } of walked)
    expect(headerFound(header, place).failed.map(({ rule }) => rule)).toEqual(rules);
});

test.runIf(hasData)('of the real chain each new target, and by how much', () => {
  const walk = ownWalk();
  const reader = new HeadersImport({
    network: mainnet,
    startHeight: 822_528,
    seen: walk.seen,
  });
  reader.push(dataFile('headers_mainnet_822528_826560.bin'));
  reader.end();
  const anew = walk.walked().filter(({ retarget }) => retarget !== null);
  expect(anew.map(({ height, retarget }) => [height, retarget?.actualS])).toEqual([
    [824_544, 1_189_914],
    [826_560, 1_258_683],
  ]);
  expect(walk.walked().map(({ height }) => height)).toContain(824_543);
});
