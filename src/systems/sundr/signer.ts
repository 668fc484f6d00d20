// Real signatures: Ed25519 (RFC 8032; the paper signs by ESIGN) over SHA-256, with keys made from the run's seed, so that
// a run is the same bytes everywhere. Both are pure, so each is made once and kept by content: a search, which comes to
// the same entry in thousands of states, signs and verifies it once.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';

export interface Signer {
  /** 64 bytes in hex. */
  sign(who: string, hash: string): string;
  verifies(who: string, hash: string, signature: string): boolean;
  /** 32 bytes in hex. */
  publicKey(who: string): string;
  /** How many were really made and verified so far. */
  counts(): { readonly signed: number; readonly verified: number };
}

/** SHA-256 of a plain value's canonical JSON, in hex: what is signed. */
export const hashOf = (value: unknown): string => hexOf(sha256(utf8(canonicalJson(value))));

/** `anew`: nothing is kept, as if nobody knew that the same had been signed before; what the benchmark compares with. */
export function signerOf(seed: number, anew = false): Signer {
  const counts = { signed: 0, verified: 0 };
  const signatures = new Map<string, string>();
  const verdicts = new Map<string, boolean>();
  const keys = new Map<string, { readonly secret: Uint8Array; readonly public: Uint8Array }>();
  const keyOf = (who: string) => {
    let key = keys.get(who);
    if (!key) {
      const secret = sha256(utf8(`sundr ${seed} ${who}`));
      key = { secret, public: ed25519.getPublicKey(secret) };
      keys.set(who, key);
    }
    return key;
  };
  return {
    sign(who, hash) {
      const name = `${who} ${hash}`;
      let made = anew ? undefined : signatures.get(name);
      if (made === undefined) {
        counts.signed++;
        made = hexOf(ed25519.sign(bytesOfHex(hash), keyOf(who).secret));
        signatures.set(name, made);
      }
      return made;
    },
    verifies(who, hash, signature) {
      const name = `${who} ${hash} ${signature}`;
      let verdict = anew ? undefined : verdicts.get(name);
      if (verdict === undefined) {
        counts.verified++;
        verdict = ed25519.verify(bytesOfHex(signature), bytesOfHex(hash), keyOf(who).public);
        verdicts.set(name, verdict);
      }
      return verdict;
    },
    publicKey: (who) => hexOf(keyOf(who).public),
    counts: () => ({ ...counts }),
  };
}
