// The lowest hash so far against the target: as hashes, zeros faint, and on one scale of how rare such a hash is.

import { useMemo } from 'react';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { MiningSettings } from '../mining/settings.ts';
import { sha256Words } from '../mining/sha256-words.ts';

/** One hash in so many is at or below this one (its highest 53 bits decide). */
const rarity = (hash: string): number =>
  2 ** 256 / (Number.parseInt(hash.slice(0, 16), 16) * 2 ** 192 + 2 ** 191);
const DIGITS = 16;

export function shownHash(header: string, nonce: number): string {
  const bytes = bytesOfHex(header);
  new DataView(bytes.buffer).setUint32(76, nonce, true);
  return hexOf(sha256Words(sha256Words(bytes)).reverse());
}

function Hash({ hash }: { readonly hash: string }) {
  const shown = hash.slice(0, DIGITS);
  const zeros = /^0*/.exec(shown)?.[0] ?? '';
  return (
    <code className="mining-hash">
      <span className="zeros">{zeros}</span>
      {shown.slice(zeros.length)}…
    </code>
  );
}

interface Props {
  readonly settings: MiningSettings;
  /** The nonce of the lowest hash so far. */
  readonly best: number | null;
  readonly found: boolean;
}

export function TargetScale({ settings, best, found }: Props) {
  const { header } = settings;
  const hash = useMemo(() => (best === null ? null : shownHash(header, best)), [header, best]);
  const rare = hash === null ? 1 : rarity(hash);
  const end = Math.max(settings.expected, rare, 2) * 4;
  const share = (one: number): string => `${(100 * Math.log(Math.max(1, one))) / Math.log(end)}%`;
  const row = (name: Text, shown: string | null, one: number | null) => (
    <tr>
      <th scope="row">
        <Say text={name} />
      </th>
      <td>{shown === null ? '–' : <Hash hash={shown} />}</td>
      <td className="mining-number">
        {one === null ? (
          ''
        ) : (
          <Say text={text('mining.oneIn', { n: grouped(Math.max(1, Math.round(one))) })} />
        )}
      </td>
    </tr>
  );
  return (
    <div className="mining-target" data-part="target">
      <table>
        <tbody>
          {row(text('mining.target'), settings.target, settings.expected)}
          {row(text(found ? 'mining.foundHash' : 'mining.best'), hash, hash === null ? null : rare)}
        </tbody>
      </table>
      <div className="mining-scale" aria-hidden="true">
        <span className="mining-scale-line" />
        <span className="mining-scale-done" style={{ width: share(rare) }} />
        {hash === null ? null : <span className="mining-scale-best" style={{ left: share(rare) }} />}
        <span className="mining-scale-target" style={{ left: share(settings.expected) }}>
          <Say text={text('mining.target')} />
        </span>
      </div>
      <p className="mining-compare">
        {best === null || hash === null ? (
          <Say text={text('mining.noHash')} />
        ) : found ? (
          <Say text={text('mining.enough', { nonce: grouped(best) })} />
        ) : (
          <Say
            text={text('mining.times', {
              nonce: grouped(best),
              n: grouped(Math.max(1, Math.round(settings.expected / rare))),
            })}
          />
        )}
      </p>
    </div>
  );
}
