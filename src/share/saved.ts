// A run with everything tried in it, as a file: one schema reads and writes it. Whoever wrote the file is not trusted:
// size, depth and every type are checked before anything runs, and an error says what is wrong and where.

import * as v from 'valibot';
import type { Result } from '../base/result.ts';
import { fail, ok } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { MOST_TEXT } from '../base/text.ts';
import { checkOf } from './saved-check.ts';
import { SAVED_VERSION, stepsOfKeys } from './saved-keys.ts';
import { shareText } from './share-text.ts';

export const MAX_SAVED_CHARS = 64_000_000;
export const MAX_SAVED_STEPS = 2_000_000;
const MAX_TRIES = 10_000;
const MAX_DEPTH = 6;

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/));

const print = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** Choices from a place on: keys, and numbers for long stretches that the scheduler picked. */
const keysSchema = v.array(v.union([words(1000), v.pipe(count(MAX_SAVED_STEPS), v.minValue(1))]));

const trySchema = v.strictObject({
  /** Index of the try it left; null for the first. */
  parent: v.nullable(count(MAX_TRIES)),
  /** Step of the parent's path at which it left; 0 for the first. */
  at: count(MAX_SAVED_STEPS),
  keys: keysSchema,
  name: v.nullable(words(200)),
  /** Of the moment at its end, in hex. */
  end: v.optional(print),
});

const savedSchema = v.strictObject({
  lamplight: v.literal(SAVED_VERSION),
  system: id,
  modelVersion: count(1e9),
  scenario: id,
  /** Every switch, so that a change of a scenario's defaults does not change the run. */
  params: v.record(words(100), v.union([words(MOST_TEXT), v.pipe(v.number(), v.finite())])),
  seed: count(0xffffffff),
  tries: v.pipe(v.array(trySchema), v.minLength(1), v.maxLength(MAX_TRIES)),
  cursor: v.strictObject({ try: count(MAX_TRIES), step: count(MAX_SAVED_STEPS) }),
  /** Of the moment at the cursor, in hex. */
  fingerprint: print,
  /** What the learner guessed: option id by prediction id. */
  predictions: v.optional(v.record(words(100), words(100))),
  /** Over all of the above, where it is a file (saved-check.ts). */
  check: v.optional(print),
});

export type SavedRun = v.InferOutput<typeof savedSchema>;
export type SavedTry = v.InferOutput<typeof trySchema>;

/** Reads the text of a file. */
export function parseSavedText(text: string): Result<SavedRun> {
  if (text.length > MAX_SAVED_CHARS) {
    return fail(shareText('saved.too-big', { size: text.length, most: MAX_SAVED_CHARS }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(shareText('saved.not-json'));
  }
  return parseSaved(value);
}

/** Reads a plain value that claims to be a saved run. */
export function parseSaved(value: unknown): Result<SavedRun> {
  const hostile = unsafe(value, '', 0);
  if (hostile) return fail(hostile);
  const version = versionOf(value);
  if (version === null) return fail(shareText('saved.not-saved'));
  if (version > SAVED_VERSION) {
    return fail(shareText('saved.newer', { version, newest: SAVED_VERSION }));
  }
  let upgraded = value;
  for (let from = version; from < SAVED_VERSION; from++) upgraded = UPGRADERS[from]?.(upgraded);
  const parsed = v.safeParse(savedSchema, upgraded, { abortEarly: true });
  if (!parsed.success) return fail(issueText(parsed.issues[0]));
  const { check } = parsed.output;
  if (check !== undefined && check !== checkOf(parsed.output)) return fail(shareText('saved.changed'));
  return consistent(parsed.output);
}

/** From each older format to the one after it. */
const UPGRADERS: Readonly<Record<number, (saved: unknown) => unknown>> = {};

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'lamplight')) return null;
  const { lamplight } = value as { lamplight: unknown };
  return typeof lamplight === 'number' && Number.isInteger(lamplight) && lamplight >= 1 ? lamplight : null;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Looks for what no saved run has: names that reach into prototypes, and nesting without end. */
function unsafe(value: unknown, where: string, depth: number): Text | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return shareText('saved.too-deep', { where: brief(where) });
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key)) return shareText('saved.bad-key', { where: brief(`${where}.${key}`) });
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'object') continue;
    const found = unsafe(item, where === '' ? key : `${where}.${key}`, depth + 1);
    if (found) return found;
  }
  return null;
}

const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}...` : text);

function issueText(issue: v.BaseIssue<unknown>): Text {
  const where = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  return shareText('saved.wrong', {
    where: brief(where),
    expected: brief(issue.expected ?? 'a value that fits'),
    received: brief(issue.received),
  });
}

/** Tries leave earlier ones at steps that those have, the whole is not too long, and the cursor stands on a step. */
function consistent(saved: SavedRun): Result<SavedRun> {
  let steps = 0;
  const lengths: number[] = [];
  for (const [index, { parent, at, keys }] of saved.tries.entries()) {
    const own = stepsOfKeys(keys);
    steps += own;
    const room = parent === null ? 0 : (lengths[parent] ?? -1);
    if ((index === 0) !== (parent === null) || at > room || (index > 0 && own === 0)) {
      return fail(shareText('saved.no-parent', { where: `tries.${index}` }));
    }
    lengths.push(at + own);
  }
  if (steps > MAX_SAVED_STEPS) {
    return fail(shareText('saved.too-long', { steps, most: MAX_SAVED_STEPS }));
  }
  const length = lengths[saved.cursor.try] ?? -1;
  return saved.cursor.step > length ? fail(shareText('saved.no-cursor')) : ok(saved);
}
