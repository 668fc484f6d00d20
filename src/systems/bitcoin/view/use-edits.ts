// Bytes that a reader changes in what is shown: which, and what is found in all of them together. They belong to what is
// shown: other bytes have none of them.

import { useMemo, useState } from 'react';
import { bytesOfHex } from '../../../base/bytes.ts';
import { judged } from '../judge-bytes.ts';
import type { About, ByteField, Inspected } from '../scene-bytes.ts';

export interface Edits {
  /** By place. */
  readonly changed: ReadonlyMap<number, number>;
  /** As it stands now, changes and all. */
  readonly bytes: Uint8Array;
  /** Null where they are nothing that can be judged any more. */
  readonly found: Inspected | null;
  put(place: number, value: number): void;
  undo(): void;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** `shown` is what was found in the bytes as they are. */
export function useEdits(
  fields: readonly Pick<ByteField, 'hex'>[],
  about: About | null,
  shown: Inspected,
): Edits {
  const hex = fields.map((field) => field.hex).join('');
  const [kept, keep] = useState({ of: hex, changed: NONE });
  const changed = kept.of === hex ? kept.changed : NONE;
  // What the bytes are held against is plain data: the same words are the same place.
  const asked = JSON.stringify(about);
  const own = useMemo(() => bytesOfHex(hex), [hex]);
  const bytes = useMemo(() => own.map((byte, place) => changed.get(place) ?? byte), [own, changed]);
  const again = useMemo(
    () => (changed.size === 0 || asked === 'null' ? undefined : judged(JSON.parse(asked) as About, bytes)),
    [changed, asked, bytes],
  );
  return {
    changed,
    bytes,
    found: again === undefined ? shown : again,
    put(place, value) {
      const next = new Map(changed);
      if (own[place] === value) next.delete(place);
      else next.set(place, value);
      keep({ of: hex, changed: next });
    },
    undo: () => keep({ of: hex, changed: NONE }),
  };
}
