// A header that leaves the real chain: it stands on block 24,191 and pays Q. No rule of a header is broken by it: the target
// was the easiest there, and it has the work. Ours: mined here with 830,992,767 tries, from nonce 0 on.

/** Its height, and that of the block that a checkpoint names. */
export const CHECKPOINT = 24_192;

export const cheapHeader =
  '01000000cc5a95c81a40ac0837972dbcaada6bcfbc97b1ec624262c0476ff0db000000006ae24c65b60729441e2992173a5bc68fec4df8e353c43fab3c5f513dbf26f0a06b76c54affff001d7ef18731';
