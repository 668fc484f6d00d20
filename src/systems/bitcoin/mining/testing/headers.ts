// Real headers, and what their bits say, for the tests of this folder.

export const GENESIS =
  '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c';
export const BLOCK_64 =
  '010000008e6285267ce431a52e3ef3c46eefc4a144f51195f3bf8489c891ffeb00000000a4d66fc5b10430fcfd14558e63d19b649a61ee95b71b1bcce948b1d53583dbebab176949ffff001d4f7aef04';

/** The target that a header's bits stand for (a positive one of at least three bytes), as 32 bytes in hex. */
export function targetOf(header: string): string {
  const bits = (header.slice(144, 152).match(/../g) ?? []).reverse().join('');
  const size = Number.parseInt(bits.slice(0, 2), 16);
  return (bits.slice(2) + '00'.repeat(size - 3)).padStart(64, '0');
}
