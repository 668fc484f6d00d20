// A run as this browser keeps it, and the check of a record that says it is one: another page, another version or a
// fault may have written anything there. A record says which version of itself it is; a newer one is left alone.

export const KEPT_VERSION = 1;

export interface KeptRun {
  readonly version: typeof KEPT_VERSION;
  readonly id: string;
  readonly system: string;
  readonly scenario: string;
  readonly step: number;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly guesses: Readonly<Record<string, string>>;
  /** The session's own saved value, with every try. */
  readonly saved: unknown;
}

/** newer: by a newer Lamplight. damaged: not a run. unreadable: the browser itself cannot read it back. */
export type Oddity = 'newer' | 'damaged' | 'unreadable';

/** A record that is not a run this page can open, as it was found. */
export interface OddRecord {
  readonly why: Oddity;
  readonly record: unknown;
}

/** The last moment that a Date can name. */
const LAST_MS = 8.64e15;
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value);

/** Of a record: null where it is a run as this page keeps it, else what is odd about it. */
export function oddity(record: unknown): Oddity | null {
  try {
    return !isRecord(record)
      ? 'damaged'
      : isNewer(record.version)
        ? 'newer'
        : isKept(record)
          ? null
          : 'damaged';
  } catch {
    // What throws when it is looked at is no run either.
    return 'damaged';
  }
}

const isNewer = (version: unknown): boolean =>
  typeof version === 'number' && Number.isInteger(version) && version > KEPT_VERSION;

const isKept = (record: Readonly<Record<string, unknown>>): boolean =>
  record.version === KEPT_VERSION &&
  typeof record.id === 'string' &&
  record.id !== '' &&
  isName(record.system) &&
  isName(record.scenario) &&
  isCount(record.step) &&
  isCount(record.tries) &&
  isCount(record.updated) &&
  record.updated <= LAST_MS &&
  isRecord(record.guesses) &&
  Object.values(record.guesses).every((option) => typeof option === 'string') &&
  isSaved(record.saved);

/** Itself, or packed: whether it is whole, whoever opens it says. */
const isSaved = (saved: unknown): boolean =>
  isRecord(saved) && (typeof saved.lamplight === 'number' || saved.text instanceof Blob);
