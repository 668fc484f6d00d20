// The two values of a refusal, one under the other: what was asked for and what was there. Of counts the larger one of
// each column is bold, of words what parts them: it is seen at a glance where they differ.

import type { ReactNode } from 'react';
import './two-values.css';

export interface Valued {
  readonly label: ReactNode;
  /** Counts, one a column; or one word. */
  readonly value: readonly number[] | string;
}

interface Props {
  readonly rows: readonly [Valued, Valued];
  /** Whose count a column holds, where the values are counts. */
  readonly heads: readonly string[];
  readonly told: string;
}

export function TwoValues({ rows, heads, told }: Props) {
  const [one, other] = rows;
  return (
    <table className="two-values" data-told={told}>
      <tbody>
        {(
          [
            [one, other],
            [other, one],
          ] as const
        ).map(([{ label, value }, beside], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two, in this order
          <tr key={index}>
            <th scope="row">{label}</th>
            {typeof value === 'string' ? (
              <td>
                <Parted value={value} from={typeof beside.value === 'string' ? beside.value : ''} />
              </td>
            ) : (
              value.map((count, column) => {
                const larger = count > Number(beside.value[column] ?? 0);
                return (
                  <td key={heads[column] ?? column}>
                    <span>{heads[column]}</span>
                    {larger ? <b>{count}</b> : count}
                  </td>
                );
              })
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many characters two values have in common at their start. */
export function commonStart(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
}

/** Longer values are cut: a hash is told by its start, and by where it parts from the other. */
const SHOWN = 24;

function Parted({ value, from }: { readonly value: string; readonly from: string }) {
  const same = commonStart(value, from);
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return (
    <code>
      {shown.slice(0, same)}
      <b>{shown.slice(same)}</b>
    </code>
  );
}
