// CRC-24 (RFC 4880, section 6.1: polynomial 0x864cfb, start 0xb704ce) over the UTF-16 units of a text, high byte
// first. A changed character is a burst of at most 16 bits, and every burst of up to 24 bits changes the sum: no single
// wrong character can pass.

const POLYNOMIAL = 0x1864cfb;

function feed(sum: number, byte: number): number {
  let crc = sum ^ (byte << 16);
  for (let bit = 0; bit < 8; bit++) {
    crc <<= 1;
    if (crc & 0x1000000) crc ^= POLYNOMIAL;
  }
  return crc;
}

export function crc24(text: string): number {
  let crc = 0xb704ce;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    crc = feed(feed(crc, unit >> 8), unit & 255);
  }
  return crc;
}

/** The same over plain bytes, as the RFC's check value is given. */
export function crc24OfBytes(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) crc = feed(crc, byte);
  return crc;
}
