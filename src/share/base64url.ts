// Digits of base64url (RFC 4648, section 5) and small numbers spelt in them: what a link is made of.

export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Value of one digit, or -1. */
export const digitOf = (text: string, at: number): number =>
  at < text.length ? DIGITS.indexOf(text.charAt(at)) : -1;

/** A varint: five bits a digit, lowest first, the sixth bit says that another follows. */
export function varint(value: number): string {
  let left = value;
  let out = '';
  while (left >= 32) {
    out += DIGITS.charAt(32 + (left % 32));
    left = Math.floor(left / 32);
  }
  return out + DIGITS.charAt(left);
}

/** Reads a varint of at most seven digits (35 bits); null where there is none. */
export function readVarint(
  text: string,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  let scale = 1;
  for (let index = at; index < at + 7; index++) {
    const digit = digitOf(text, index);
    if (digit < 0) return null;
    value += (digit % 32) * scale;
    if (digit < 32) return { value, next: index + 1 };
    scale *= 32;
  }
  return null;
}

/** 24 bits as four digits, highest first. */
export const fourDigits = (bits: number): string =>
  DIGITS.charAt((bits >>> 18) & 63) +
  DIGITS.charAt((bits >>> 12) & 63) +
  DIGITS.charAt((bits >>> 6) & 63) +
  DIGITS.charAt(bits & 63);
