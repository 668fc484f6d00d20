// `blockstack decode` and `blockstack encode`: a name operation and its bytes.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { text } from '../../../base/text.ts';
import type { Args, Verb, VerbResult } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { decoded, encoded, Malformed } from '../virtualchain/operations.ts';

/** What is malformed is an answer too: field and reason. */
function answered(make: () => VerbResult): VerbResult {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const { field, reason } = error;
    return {
      exit: 2,
      json: { ok: false, field, reason },
      lines: [text('payload.refused', { field, reason: text(`payload.${reason}`) })],
    };
  }
}

function only(args: Args, what: string): string {
  const [one, ...more] = args.words;
  if (one === undefined || more.length > 0) throw new UsageError(`say one ${what}`);
  return one;
}

export const decode: Verb = {
  options: {},
  async run(args) {
    const hex = only(args, 'payload, in hex');
    return answered(() => {
      if (!/^([0-9a-fA-F]{2})*$/.test(hex)) throw new Malformed('payload', 'not-hex');
      const operation = decoded(bytesOfHex(hex));
      const lines = Object.entries(operation).map(([name, value]) => `${name.padEnd(14)} ${String(value)}`);
      return { exit: 0, json: operation, lines };
    });
  },
};

export const encode: Verb = {
  options: {},
  async run(args, host) {
    const path = only(args, 'file');
    const written = await host.text(path, 100_000);
    return answered(() => {
      const payload = hexOf(encoded(objectOf(written)));
      return { exit: 0, json: { payload, bytes: payload.length / 2 }, lines: [payload] };
    });
  },
};

function objectOf(written: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new Malformed('file', 'not-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed('file', 'not-an-object');
  return value as Readonly<Record<string, unknown>>;
}
