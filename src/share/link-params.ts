// Settings as a link spells them, for people to read: `lease.on~readers.2`. Anything but letters, digits, `-` and `_`
// is percent-encoded, so that no chat program finds something to change in it. A text that is longer so than squeezed is
// squeezed, which a second dot says: `program..4aBcD`.

import { squeezed, unsqueezed } from './squeeze.ts';

export type LinkParams = Readonly<Record<string, string>>;

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[.~!*'()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** Below this there is nothing to win. */
const SHORT = 40;
/** What was squeezed last: a link is spelled anew at each step. */
const known = new Map<string, string>();
const MOST_KNOWN = 8;

function squeezedOnce(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const digits = squeezed(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, digits);
  return digits;
}

function spellValue(value: string | number): string {
  const plain = percentEncoded(String(value));
  if (plain.length < SHORT) return plain;
  const short = `.${squeezedOnce(String(value))}`;
  return short.length < plain.length ? short : plain;
}

export const spellParams = (params: Readonly<Record<string, string | number>>): string =>
  Object.keys(params)
    .sort()
    .map((name) => `${percentEncoded(name)}.${spellValue(params[name] ?? '')}`)
    .join('~');

/** The settings of a spelling, or null where it is none. */
export function readParams(text: string): LinkParams | null {
  const params = new Map<string, string>();
  for (const part of text.split('~')) {
    const [name, value, short, ...rest] = part.split('.');
    const isShort = short !== undefined;
    if (name === undefined || value === undefined || (isShort && value !== '') || rest.length > 0)
      return null;
    try {
      const read = isShort ? unsqueezed(short) : decodeURIComponent(value);
      if (read === null) return null;
      params.set(decodeURIComponent(name), read);
    } catch {
      return null;
    }
  }
  const read = Object.fromEntries(params);
  return spellParams(read) === text ? read : null;
}
