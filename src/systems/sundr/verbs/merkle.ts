// `sundr merkle`: one block of the bank's files is changed, and what has to be hashed for it is listed.

import { utf8 } from '../../../base/bytes.ts';
import { text } from '../../../base/text.ts';
import type { Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import type { FileBytes } from '../merkle.ts';
import { BLOCK_BYTES, blockOf, treeOf, withFile } from '../merkle.ts';
import { BANK_FILES } from '../merkle-files.ts';

export const merkle: Verb = {
  options: { change: 'text', to: 'text' },
  async run(args) {
    if (args.words.length > 0) throw new UsageError(`what is '${args.words[0]}'? Say --change FILE:BLOCK`);
    const before = treeOf('A', BANK_FILES);
    const { file, block } = blockNamed(args.text('change'));
    const old = blockOf(before, file, block) as Uint8Array;
    const to = args.text('to');
    const bytes = to === undefined ? turned(old) : utf8(to);
    if (bytes.length !== old.length)
      throw new UsageError(
        `this block has ${old.length} bytes; --to gives it ${bytes.length}: give it as many`,
      );
    const changed = file.bytes.slice();
    changed.set(bytes, block * BLOCK_BYTES);
    const { tree, hashed, hashes, fromScratch } = withFile(before, { ...file, bytes: changed });
    return {
      exit: 0,
      json: { hashed, hashes, fromScratch, iHandle: tree.iHandle },
      lines: [
        ...hashed.map(({ kind, name, old: from, new: now }) =>
          text('merkle.hashed', { kind: text(`merkle.${kind}`), name, old: from ?? '', now }),
        ),
        text('merkle.counts', { hashes, fromScratch }),
      ],
    };
  },
};

function blockNamed(change: string | undefined): { readonly file: FileBytes; readonly block: number } {
  const [, name, digits] = /^(.+):(\d{1,9})$/.exec(change ?? '') ?? [];
  const names = BANK_FILES.map((one) => one.name).join(', ');
  if (name === undefined)
    throw new UsageError(`say --change FILE:BLOCK, as in auth.py:0; there are ${names}`);
  const file = BANK_FILES.find((one) => one.name === name);
  if (!file) throw new UsageError(`no file '${name}'; there are ${names}`);
  const blocks = Math.ceil(file.bytes.length / BLOCK_BYTES);
  const block = Number(digits);
  if (block >= blocks) throw new UsageError(`${name} has blocks 0 to ${blocks - 1}, and no ${block}`);
  return { file, block };
}

/** The block with one bit of its first letter turned: `d` becomes `e`. */
const turned = (bytes: Uint8Array): Uint8Array => bytes.with(0, (bytes[0] as number) ^ 1);
