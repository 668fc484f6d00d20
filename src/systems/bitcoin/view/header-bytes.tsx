// The 80 bytes that are hashed, field by field, in the order in which they are hashed. SHA-256 takes 64 at a time: the
// first 64 are the same for every nonce, and hashed once; only the last four change.

import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';

interface Field {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const KEPT: readonly Field[] = [
  { id: 'version', from: 0, to: 4 },
  { id: 'previous', from: 4, to: 36 },
  { id: 'merkle', from: 36, to: 64 },
];
const EACH: readonly Field[] = [
  { id: 'rest', from: 64, to: 68 },
  { id: 'time', from: 68, to: 72 },
  { id: 'bits', from: 72, to: 76 },
  { id: 'nonce', from: 76, to: 80 },
];

/** A nonce as it lies in the header: four bytes, the lowest first. */
const nonceHex = (nonce: number): string =>
  [0, 8, 16, 24].map((by) => ((nonce >>> by) & 255).toString(16).padStart(2, '0')).join('');

const spaced = (hex: string): string => hex.replace(/..(?!$)/g, '$& ');

export function HeaderBytes({ header, nonce }: { readonly header: string; readonly nonce: number }) {
  const hex = header.slice(0, 152) + nonceHex(nonce);
  const block = (id: string, fields: readonly Field[]) => (
    <div className="mining-block" data-block={id}>
      <dl>
        {fields.map((field) => (
          <div key={field.id} data-field={field.id}>
            <dt>
              <Say text={text(`mining.field.${field.id}`)} />
            </dt>
            <dd>{spaced(hex.slice(2 * field.from, 2 * field.to))}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Say text={text(`mining.block.${id}`)} />
      </p>
    </div>
  );
  return (
    <div className="mining-bytes" data-part="bytes">
      {block('kept', KEPT)}
      {block('each', EACH)}
    </div>
  );
}
