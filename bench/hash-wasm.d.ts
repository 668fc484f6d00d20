// The part of hash-wasm that is measured here.

declare module 'hash-wasm' {
  interface Hasher {
    init(): Hasher;
    update(bytes: Uint8Array): Hasher;
    digest(form: 'binary'): Uint8Array;
  }
  export function createSHA256(): Promise<Hasher>;
}
