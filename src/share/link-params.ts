// Settings as a link spells them, for people to read: `lease.on~readers.2`. Anything but letters, digits, `-` and `_`
// is percent-encoded, so that no chat program finds something to change in it.

export type LinkParams = Readonly<Record<string, string>>;

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[.~!*'()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

export const spellParams = (params: Readonly<Record<string, string | number>>): string =>
  Object.keys(params)
    .sort()
    .map((name) => `${percentEncoded(name)}.${percentEncoded(String(params[name]))}`)
    .join('~');

/** The settings of a spelling, or null where it is none. */
export function readParams(text: string): LinkParams | null {
  const params = new Map<string, string>();
  for (const part of text.split('~')) {
    const [name, value, ...rest] = part.split('.');
    if (name === undefined || value === undefined || rest.length > 0) return null;
    try {
      params.set(decodeURIComponent(name), decodeURIComponent(value));
    } catch {
      return null;
    }
  }
  const read = Object.fromEntries(params);
  return spellParams(read) === text ? read : null;
}
