// What earlier tries of this page took, on one scale of seconds: with more workers sooner, and the same nonce.

import { about, grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import { megahashes } from './mining-lanes.tsx';
import type { Try } from './use-mining.ts';

export function MiningTries({ tries }: { readonly tries: readonly Try[] }) {
  if (tries.length === 0) return null;
  const longest = Math.max(...tries.map(({ seconds }) => seconds));
  return (
    <table className="mining-tries" data-part="tries">
      <tbody>
        {tries.map(({ id, workers, seconds, tried, nonce, end, expected }) => (
          <tr key={id}>
            <th scope="row">
              <Say text={text('mining.try', { n: id })} />
            </th>
            <td>
              <Say text={text('mining.workers', { n: workers })} />
            </td>
            <td className="mining-try-bar">
              <span style={{ width: `${(60 * seconds) / Math.max(longest, 0.001)}%` }} />
              <Say
                text={text('mining.took', {
                  seconds: seconds.toFixed(seconds < 10 ? 2 : 1),
                  rate: megahashes(tried / Math.max(seconds, 0.001)),
                  tries: about(tried / expected),
                })}
              />
            </td>
            <td data-end={end}>
              {end === 'found' && nonce !== null ? (
                `✓ ${grouped(nonce)}`
              ) : (
                <Say text={text(`mining.end.${end}`)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
