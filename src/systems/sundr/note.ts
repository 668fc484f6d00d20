// Signed notes (C2SP, "signed-note"; the format of Go's checksum database): a text that ends with a newline, an empty
// line, and lines `— NAME BASE64` whose bytes are four of a key hash and an Ed25519 signature over the text. A verifier's
// key is `NAME+HASH+BASE64`, its bytes one of algorithm (1: Ed25519) and the public key. A checkpoint (tlog-checkpoint)
// is such a note of a log: origin, size, root.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64Of, bytesOfBase64 } from '../../base/base64.ts';
import { hexOf, textOfUtf8, utf8 } from '../../base/bytes.ts';

const ED25519 = 1;
const NEWLINE = 10;
const MARK = '\u2014 ';

/**
 * Verdicts on a note: the key's own hash is not that of its bytes, or the line of this name has another one; the key is
 * not for Ed25519; no newline at the end, or none between text and signatures; two lines by this key; a signature that is
 * not of this text by this key; no line by this name. The last four: what is no note and no key at all.
 */
export type NoteError =
  | 'wrong-key-hash'
  | 'unknown-algorithm'
  | 'missing-newline'
  | 'duplicate-signature'
  | 'bad-signature'
  | 'no-signature'
  | 'not-utf8'
  | 'control-character'
  | 'not-a-note'
  | 'not-a-key';

export interface NoteVerdict {
  readonly ok: boolean;
  /** Of the verifier's key; empty where that is none. */
  readonly name: string;
  /** Eight hex digits. */
  readonly keyHash: string;
  readonly error: NoteError | null;
}

export interface VerifierKey {
  readonly name: string;
  readonly keyHash: string;
  readonly algorithm: number;
  readonly publicKey: Uint8Array;
}

interface SignatureLine {
  readonly name: string;
  readonly keyHash: string;
  readonly signature: Uint8Array;
}

const keyHashOf = (name: string, key: Uint8Array): string =>
  hexOf(sha256(Uint8Array.of(...utf8(`${name}\n`), ...key))).slice(0, 8);

/** Reads `NAME+HASH+BASE64`; does not check the hash. */
export function verifierKey(vkey: string): VerifierKey | null {
  const [, name = '', keyHash = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-fA-F]{8})\+(\S+)$/.exec(vkey.trim()) ?? [];
  const key = bytesOfBase64(encoded);
  if (name === '' || !key || key.length === 0) return null;
  return { name, keyHash: keyHash.toLowerCase(), algorithm: key[0] as number, publicKey: key.slice(1) };
}

export interface Signer {
  readonly name: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

const keyBytes = (secret: Uint8Array): Uint8Array => Uint8Array.of(ED25519, ...ed25519.getPublicKey(secret));

export function vkeyOf({ name, secret }: Signer): string {
  const key = keyBytes(secret);
  return `${name}+${keyHashOf(name, key)}+${base64Of(key)}`;
}

/** The note of a text that ends with a newline. */
export function signNote(text: string, { name, secret }: Signer): string {
  const hash = keyHashOf(name, keyBytes(secret));
  const line = Uint8Array.of(...hexBytes(hash), ...ed25519.sign(utf8(text), secret));
  return `${text}\n${MARK}${name} ${base64Of(line)}\n`;
}

const hexBytes = (hex: string): number[] => (hex.match(/../g) ?? []).map((two) => Number.parseInt(two, 16));

export interface Note {
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** Takes a note apart; nothing is verified. */
export function noteOf(bytes: Uint8Array): Note | NoteError {
  const whole = textOfUtf8(bytes);
  if (whole === null) return 'not-utf8';
  const cut = whole.lastIndexOf('\n\n');
  if (!whole.endsWith('\n') || cut < 0) return 'missing-newline';
  if (bytes.some((byte) => byte < 32 && byte !== NEWLINE)) return 'control-character';
  const lines = whole.slice(cut + 2, -1).split('\n');
  const signatures: SignatureLine[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? [];
    const raw = bytesOfBase64(encoded);
    if (name === '' || !raw || raw.length < 5) return 'not-a-note';
    signatures.push({ name, keyHash: hexOf(raw.subarray(0, 4)), signature: raw.slice(4) });
  }
  return { text: whole.slice(0, cut + 1), signatures };
}

/** Whether the note holds a signature of its text by this key. Lines by other keys are let be. */
export function verifyNote(bytes: Uint8Array, vkey: string): NoteVerdict & { readonly text: string } {
  const key = verifierKey(vkey);
  const note = noteOf(bytes);
  const error = key ? errorOf(key, note) : 'not-a-key';
  const text = error === null && typeof note !== 'string' ? note.text : '';
  return { ok: error === null, name: key?.name ?? '', keyHash: key?.keyHash ?? '', error, text };
}

function errorOf(key: VerifierKey, note: Note | NoteError): NoteError | null {
  const { name, keyHash, algorithm, publicKey } = key;
  if (algorithm !== ED25519) return 'unknown-algorithm';
  if (keyHash !== keyHashOf(name, Uint8Array.of(algorithm, ...publicKey))) return 'wrong-key-hash';
  if (publicKey.length !== 32) return 'not-a-key';
  if (typeof note === 'string') return note;
  const own = note.signatures.filter((one) => one.name === name);
  const [line, another] = own.filter((one) => one.keyHash === keyHash);
  if (another) return 'duplicate-signature';
  if (!line) return own.length > 0 ? 'wrong-key-hash' : 'no-signature';
  return isSignature(line.signature, note.text, publicKey) ? null : 'bad-signature';
}

function isSignature(signature: Uint8Array, text: string, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  return ed25519.verify(signature, utf8(text), publicKey, { zip215: false });
}
