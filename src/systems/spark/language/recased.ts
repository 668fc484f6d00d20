// Upper and lower case, for letters whose other case is the same in every edition of Unicode: Latin-1 and A, Greek,
// Cyrillic. Others stay as they are, since two engines may know different editions.

const hasCase = (unit: number): boolean =>
  unit < 0x180 || (unit >= 0x386 && unit <= 0x3ce) || (unit >= 0x400 && unit <= 0x45f);

/** Unit by unit: a final sigma is no other than any. */
export function recased(s: string, upper: boolean): string {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charAt(i);
    if (!hasCase(s.charCodeAt(i))) out += c;
    else out += upper ? c.toUpperCase() : c.toLowerCase();
  }
  return out;
}
