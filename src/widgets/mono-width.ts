// The width of a label in the mono face at 12.5 px, near enough to place it: measured advance 0.602 em, wide characters 1 em.

const ADVANCE = 7.53;
const WIDE = 12.5;

export function monoWidth(label: string): number {
  let width = 0;
  for (const char of label) width += (char.codePointAt(0) as number) > 0x2e7f ? WIDE : ADVANCE;
  return Math.ceil(width);
}
