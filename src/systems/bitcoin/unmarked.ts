// What some editors put before a text (a byte order mark), taken away.

const BOM = [0xef, 0xbb, 0xbf];

export const unmarked = (bytes: Uint8Array): Uint8Array =>
  BOM.every((byte, i) => bytes[i] === byte) ? bytes.subarray(BOM.length) : bytes;
