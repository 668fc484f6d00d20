import { expect, it } from 'vitest';
import { about, grouped, percent, short } from './numbers.ts';

it('a measurement has two digits below a hundred and three from there on', () => {
  const said = [0, 0.2612, 1, 4.27, 9.96, 73.9, 99.4, 99.6, 487.6, 999.6, 55_612, 11_934_217].map(about);
  expect(said).toEqual([
    '0',
    '0.26',
    '1',
    '4.3',
    '10',
    '74',
    '99',
    '99.6',
    '488',
    '1,000',
    '55,600',
    '11,900,000',
  ]);
});

it('a share close to the whole keeps what is missing of it', () => {
  expect([0, 47.7, 89.96, 97, 98.812, 99.9534, 100].map(percent)).toEqual([
    '0',
    '48',
    '90',
    '97',
    '98.8',
    '99.953',
    '100',
  ]);
});

it('a share near nothing is not said more exactly than it is known', () => {
  expect([0.012, 0.0999, 0.1, 0.2612, 1.04].map(percent)).toEqual(['<0.1', '<0.1', '0.1', '0.26', '1']);
});

it('a number for little room is short, and whole while it is small', () => {
  expect([0, 8, 9_999, 34_600, 999_600, 11_934_217, 488_123_000, 1e9].map(short)).toEqual([
    '0',
    '8',
    '9,999',
    '34.6 k',
    '1 M',
    '11.9 M',
    '488 M',
    '1 G',
  ]);
  expect(grouped(1001)).toBe('1,001');
});
