// A coinbase of one's own under the header: another extra nonce where no nonce is left; and what a nonce that was found is
// worth under somebody else's.

import { useMemo } from 'react';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { Glossed } from '../../../widgets/glossed.tsx';
import { Say } from '../../../widgets/say.tsx';
import { withCoinbase } from '../mining/coinbase.ts';
import type { MiningSettings } from '../mining/settings.ts';
import { shownHash } from './target-scale.tsx';
import type { Live } from './use-mining.ts';

/** Extra nonces that are known again in a header that a link brought. */
const KNOWN = 64;
const rootOf = (header: string): string => hexOf(bytesOfHex(header.slice(72, 136)).reverse());

/** The extra nonce of the coinbase that this header has; 0: it is another's. */
function extraOf(header: string): number {
  for (let extra = 1; extra <= KNOWN; extra++)
    if (withCoinbase(header, 'M', extra).slice(72, 136) === header.slice(72, 136)) return extra;
  return 0;
}

interface Props {
  readonly settings: MiningSettings;
  readonly live: Pick<Live, 'nonce' | 'end' | 'running'>;
  readonly set: ExperimentProps['set'];
}

export function OwnBlock({ settings, live, set }: Props) {
  const { header, target } = settings;
  const { nonce, end, running } = live;
  const extra = useMemo(() => extraOf(header), [header]);
  const copied = useMemo(
    () => (nonce === null ? null : shownHash(withCoinbase(header, 'Q', Math.max(1, extra)), nonce)),
    [header, extra, nonce],
  );
  const next = extra + 1;
  return (
    <details className="mining-other" data-part="own" open={end === 'none' || undefined}>
      <summary>
        <Say text={text('mining.own')} />
      </summary>
      <p className="small">
        <Glossed text={text('mining.own.note')} />
      </p>
      <table className="mining-rows">
        <tbody>
          <tr>
            <th scope="row">
              <Say text={text('mining.own.extra')} />
            </th>
            <td>{extra === 0 ? <Say text={text('mining.own.given')} /> : extra}</td>
          </tr>
          <tr>
            <th scope="row">
              <Say text={text('mining.own.root')} />
            </th>
            <td>
              <code>{rootOf(header).slice(0, 16)}…</code>
            </td>
          </tr>
        </tbody>
      </table>
      <button
        type="button"
        className="button"
        disabled={running}
        onClick={() => void set({ header: withCoinbase(header, 'M', next), from: '0' })}
      >
        <Say text={text('mining.own.next', { n: next })} />
      </button>
      <p className="small">
        {nonce === null || copied === null ? (
          <Say text={text('mining.copy.none')} />
        ) : (
          <Glossed
            text={text(copied <= target ? 'mining.copy.lucky' : 'mining.copy', {
              nonce: grouped(nonce),
              hash: `${copied.slice(0, 16)}…`,
            })}
          />
        )}
      </p>
    </details>
  );
}
