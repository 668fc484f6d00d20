// Signed files only (lecture 18.3): every file is signed by itself, and nobody signs what else there was. A signature says
// who wrote the bytes, and not whether they are the newest, or all.

import type { Settings } from './params.ts';
import { AUTH, FILES, fileOf, forgedBytes, ownerOf } from './program.ts';
import type { Ask, Rules } from './rules.ts';
import { NONE, named, nextId } from './rules.ts';
import type { Signer } from './signer.ts';
import { hashOf } from './signer.ts';
import type { Entry, Lie, Operation, ServerLocal } from './state.ts';
import { altered, clockOf, forgerOf, notPermitted, refused } from './straw.ts';

const fileHash = ({ file, bytes }: Operation): string => hashOf({ file, bytes });

export function fileRules(s: Settings, signer: Signer): Rules {
  /** What is shown: the file that is fetched; to B, who builds on it, what A wrote. */
  const versions = (server: ServerLocal, { user, op }: Ask): readonly Entry[] => {
    const file = op.kind === 'fetch' ? op.file : s.bank && user === 'B' ? AUTH : '';
    return server.held.filter((entry) => entry.op.file === file);
  };

  function signed(who: string, key: string, id: string, op: Operation): Entry {
    const hash = fileHash(op);
    const signature = signer.sign(key, hash);
    return { id, signer: who, n: 0, op, over: [], vector: {}, handle: '', hash, signature };
  }

  return {
    honest: (server, ask) => versions(server, ask).at(-1)?.id ?? NONE,
    held: (server, ask) => [NONE, ...versions(server, ask).map(({ id }) => id)],
    lies: (server, ask) =>
      ask.op.kind === 'mod'
        ? []
        : [
            ...versions(server, ask).map(({ id }) => `${id}.alter.${id}`),
            ...(versions(server, ask).length > 0 ? [`${NONE}.deny.${ask.op.file}`] : []),
            ...(s.forge ? [`${NONE}.wrong-key.${ask.op.file}`] : []),
          ],
    shown(server, ask, answer) {
      const { base, lie, of } = named(answer);
      const clock = clockOf(server);
      const list = server.held.filter(({ id }) => id === base);
      const { file } = ask.op;
      const first = FILES[file]?.first ?? null;
      const shown = {
        entries: list,
        pending: [],
        bytes: list[0]?.op.bytes ?? first,
        lie: lie as Lie | null,
        clock,
      };
      if (lie === 'alter') {
        const entries = list.map((entry) => (entry.id === of ? altered(s, entry) : entry));
        return { ...shown, entries, bytes: forgedBytes(s, file) };
      }
      if (lie === 'deny') return { ...shown, bytes: null };
      if (lie === null) return shown;
      const op: Operation = { kind: 'mod', file, bytes: forgedBytes(s, file) };
      const owner = ownerOf(file);
      const made = signed(owner, forgerOf(s, owner), `${file}*`, op);
      return { ...shown, entries: [made], bytes: op.bytes ?? '' };
    },
    checks: {
      signatures(_, { entries }) {
        const [file] = s.sigCheck ? entries : [];
        if (!file) return null;
        const expected = fileHash(file.op);
        if (expected !== file.hash) return refused('bad-signature', file.hash, expected, file.id);
        return signer.verifies(file.signer, file.hash, file.signature)
          ? null
          : refused('bad-signature', signer.publicKey(file.signer), file.signature, file.id);
      },
      own: () => null,
      build: (_, __, { entries }) => notPermitted(entries),
    },
    read: (_, { bytes }) => bytes,
    entry: (ask, local) =>
      ask.op.kind === 'mod' && fileOf(ask.user) !== undefined
        ? signed(ask.user, ask.user, nextId(ask, local), ask.op)
        : null,
  };
}
