import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, bytesOfBase64 } from './base64.ts';
import { latin1Of, textOfUtf8, utf8 } from './bytes.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

test('UTF-8 is read as the standard decoder reads it, and refused where it refuses', () => {
  const lead = fc.constantFrom(
    0x7f,
    0x80,
    0xc0,
    0xc2,
    0xdf,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
    0xa0,
    0xbf,
    0x9f,
    0x8f,
  );
  const hostile = fc.array(lead, { maxLength: 6 }).map((bytes) => Uint8Array.from(bytes));
  const proper = fc.string({ unit: 'binary' }).map(utf8);
  fc.assert(
    fc.property(fc.oneof(hostile, proper, fc.uint8Array({ maxLength: 8 })), (bytes) => {
      expect(textOfUtf8(bytes)).toBe(decoded(bytes));
    }),
    { numRuns: 5000 },
  );
});

test('base64 is Node’s, and has one spelling for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = base64Of(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOfBase64(text)).toEqual(bytes);
    }),
  );
  for (const text of ['A', 'AB', 'AB=', 'AB==C', 'AA=A', 'A===', '====', 'AB==', 'A-==', 'AA\n=', '=AAA'])
    expect(bytesOfBase64(text), text).toBeNull();
});

test('a text of places has one character a byte', () => {
  expect(latin1Of(Uint8Array.of(0, 10, 0xe9, 0xff))).toBe('\0\n\u00e9\u00ff');
});
