// A run as a link: `#/v1/SYSTEM/SCENARIO?m=1&p=lease.on&s=2a&c=3~fA&n=57&k=9fQxAb3_`. `m` is the model's version, `p`
// the settings that differ from the scenario's, `s` the seed (base 36) where it is not the usual one, `c` the choices
// of the whole run, `n` the step shown where it is not the last. `k`, always last, is checked in two halves: four
// digits over the link's text (all of it but these four) before anything runs, then four over what a person can observe
// on the whole path: not over fields of the state, which are ours to rename.

import type { Result } from '../base/result.ts';
import { fail, ok } from '../base/result.ts';
import { DIGITS, fourDigits } from './base64url.ts';
import type { ChoiceRun } from './choices.ts';
import { readChoices, stepsOf } from './choices.ts';
import { crc24 } from './crc24.ts';
import type { LinkParams } from './link-params.ts';
import { readParams, spellParams } from './link-params.ts';
import { shareText } from './share-text.ts';

/** The newest format: written, and read beside every older one. */
export const LINK_VERSION = 1;
/** Longest text that is looked at, and most steps that one link may ask for. */
export const MAX_LINK_CHARS = 4_000_000;
export const MAX_LINK_STEPS = 2_000_000;

export interface LinkRun {
  readonly kind: 'run';
  readonly system: string;
  readonly scenario: string;
  readonly modelVersion: number;
  readonly params: LinkParams;
  /** null: the usual one. */
  readonly seed: number | null;
  readonly choices: readonly ChoiceRun[];
  /** Step shown; null: the last. */
  readonly cursor: number | null;
  /** What is observed on the path must come to this. */
  readonly check: string;
}

/** A scenario as it opens: `#/SYSTEM/SCENARIO`. */
export interface PlainLink {
  readonly kind: 'plain';
  readonly system: string;
  readonly scenario: string;
}

export interface LinkParts {
  readonly system: string;
  readonly scenario: string;
  readonly modelVersion: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly seed: number | null;
  /** As `ChoiceWriter` spells them. */
  readonly choices: string;
  readonly cursor: number | null;
  /** What is observed on the path, as 32 bits. */
  readonly observed: number;
}

/** The second half of `k`. */
export const checkOf = (observed: number): string => fourDigits(observed >>> 8);

export const plainLink = (system: string, scenario: string): string => `#/${system}/${scenario}`;

export function formatLink(parts: LinkParts): string {
  const { system, scenario, modelVersion, params, seed, choices, cursor, observed } = parts;
  const fields = [`m=${modelVersion}`];
  if (Object.keys(params).length > 0) fields.push(`p=${spellParams(params)}`);
  if (seed !== null) fields.push(`s=${seed.toString(36)}`);
  if (choices !== '') fields.push(`c=${choices}`);
  if (cursor !== null) fields.push(`n=${cursor}`);
  const head = `#/v${LINK_VERSION}/${system}/${scenario}?${fields.join('&')}&k=`;
  const check = checkOf(observed);
  return head + fourDigits(crc24(head + check)) + check;
}

const ID = '[a-z][a-z0-9-]{0,63}';
const PLAIN = new RegExp(`^#/(${ID})/(${ID})$`);
const VERSIONED = /^#\/v(\d+)(\/|$)/;
const CHECK = /&k=[\w-]{8}$/;
const V1 = new RegExp(
  `^#/v1/(${ID})/(${ID})\\?m=(0|[1-9]\\d{0,8})(?:&p=([^&=]+))?(?:&s=([0-9a-z]{1,7}))?(?:&c=([^&=]+))?(?:&n=(0|[1-9]\\d{0,8}))?&k=.{8}$`,
);

/** Reads a fragment (from its `#`), or a full URL with one. Nothing is run; errors are sentences. */
export function parseLink(text: string): Result<LinkRun | PlainLink> {
  if (text.length > MAX_LINK_CHARS) {
    return fail(shareText('link.too-long', { steps: text.length, most: MAX_LINK_STEPS }));
  }
  const hash = text.indexOf('#');
  if (hash < 0) return fail(shareText('link.none'));
  const fragment = text.slice(hash).trimEnd();
  const version = VERSIONED.exec(fragment);
  if (version) return readVersion(fragment, Number(version[1]));
  const plain = PLAIN.exec(fragment);
  if (plain) return ok({ kind: 'plain', system: plain[1] as string, scenario: plain[2] as string });
  return fail(shareText(fragment.includes('&k=') ? 'link.mangled' : 'link.none'));
}

/** Readers by version: a link of an older format opens for ever. */
const READERS: Readonly<Record<number, (fragment: string) => Result<LinkRun>>> = { 1: readV1 };

function readVersion(fragment: string, version: number): Result<LinkRun> {
  if (version > LINK_VERSION) return fail(shareText('link.newer', { version, newest: LINK_VERSION }));
  const read = READERS[version];
  return read ? read(fragment) : fail(shareText('link.mangled'));
}

function readV1(fragment: string): Result<LinkRun> {
  if (!CHECK.test(fragment)) {
    const after = fragment.lastIndexOf('&k=');
    const tail = fragment.slice(after + 3);
    const isCut = after < 0 || (tail.length < 8 && [...tail].every((digit) => DIGITS.includes(digit)));
    return fail(shareText(isCut ? 'link.cut' : 'link.mangled'));
  }
  const check = fragment.slice(-4);
  const sum = fragment.slice(-8, -4);
  const match = V1.exec(fragment);
  if (fourDigits(crc24(fragment.slice(0, -8) + check)) !== sum || !match) {
    return fail(shareText('link.mangled'));
  }
  const [, system = '', scenario = '', model, p, s, c = '', n] = match;
  const params = p === undefined ? {} : readParams(p);
  const choices = readChoices(c);
  if (!params || !choices) return fail(shareText('link.mangled'));
  const steps = stepsOf(choices);
  if (steps > MAX_LINK_STEPS) return fail(shareText('link.too-long', { steps, most: MAX_LINK_STEPS }));
  const seed = s === undefined ? null : Number.parseInt(s, 36);
  const cursor = n === undefined ? null : Number(n);
  if ((cursor !== null && cursor > steps) || (seed !== null && seed > 0xffffffff)) {
    return fail(shareText('link.mangled'));
  }
  return ok({
    kind: 'run',
    system,
    scenario,
    modelVersion: Number(model),
    params,
    seed,
    choices,
    cursor,
    check,
  });
}
