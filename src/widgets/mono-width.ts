// The width of a label, near enough to place it. In the mono face: measured advance 0.602 em, wide characters 1 em. Of
// an actor's name, strong at 13 px: letters measured in Inter, a little to spare for other faces.

const ADVANCE = 0.602;
/** The size of labels, where nothing else is said: in Chinese, and where the reader wants larger type, they are larger. */
const SIZE = 12.5;

export function monoWidth(label: string, size = SIZE): number {
  let width = 0;
  for (const char of label) width += (char.codePointAt(0) as number) > 0x2e7f ? size : size * ADVANCE;
  return Math.ceil(width);
}

const NARROW_LETTER = 4.4;
const WIDE_LETTER = 11.6;
const LETTER = 7.9;

/** The same, broken in two where that is narrowest: between two words, or two wide characters. */
export function brokenWidth(name: string): number {
  const places = [...name.matchAll(/ |(?<=[\u2e80-\uffff])(?=[\u2e80-\uffff])/g)].map(({ index }) => index);
  const widest = places.map((at) => Math.max(nameWidth(name.slice(0, at)), nameWidth(name.slice(at).trim())));
  return Math.min(nameWidth(name), ...widest);
}

export function nameWidth(name: string): number {
  let width = 0;
  for (const char of name) {
    if ((char.codePointAt(0) as number) > 0x2e7f) width += 14;
    else width += /[ijl1 .,'I-]/.test(char) ? NARROW_LETTER : /[mwMW]/.test(char) ? WIDE_LETTER : LETTER;
  }
  return Math.ceil(width);
}
