// How many nonces a header has: 32 bits of it are the nonce.

export const NONCES = 2 ** 32;
