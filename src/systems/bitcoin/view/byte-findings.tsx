// What is found in bytes: hashes, checks and the values of those that fail; beside what was found before somebody changed
// one, what is otherwise now is lit. A hash is turned round where people print it; a button turns it back.

import { useState } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Sums } from '../ledger/sums.ts';
import { satoshi } from '../satoshi.ts';
import type { CheckState, Inspected } from '../scene-bytes.ts';
import { turned } from '../scene-bytes.ts';

const SIGNS: Readonly<Record<CheckState, string>> = {
  holds: '✓',
  fails: '✗',
  'not-asked': '·',
  unknown: '?',
};

/** Values that are words of ours, not numbers or hex. */
const SAID = ['once', 'an output', 'an unspent output'];

export function valueText(value: string): Text {
  if (SAID.includes(value)) return text(`bytes.value.${value.split(' ').join('-')}`);
  return /^[a-z]+(-[a-z]+)+$/.test(value) ? text(`fault.${value}`) : text('n', { n: value });
}

/** What a payment moves, and what is left of it; what bytes that somebody changed make of it is lit. */
export function linesOf({ lines, fee, rate }: Sums): readonly SumRow[] {
  const rows = lines.map(({ id, value, who, change }): SumRow => {
    const [way] = id.split(' ');
    const args = { who: who ?? text('bytes.sum.else') };
    return { id, name: text(`bytes.sum.${change ? 'change' : way}`, args), value, note: null };
  });
  const note = rate === null ? null : text('bytes.sum.rate', { rate });
  return [...rows, { id: 'fee', name: text('bytes.sum.fee'), value: fee, note }];
}

export const sumValue = (value: string | null): Text =>
  value === null ? text('bytes.sum.unknown') : text('n', { n: satoshi(value) });

interface SumRow {
  readonly id: string;
  readonly name: Text;
  readonly value: string | null;
  readonly note: Text | null;
}

function ByteSums({ sums, before }: { readonly sums: Sums; readonly before: Sums | null }) {
  const was = new Map((before ? linesOf(before) : []).map(({ id, value }) => [id, value]));
  return (
    <dl className="bytes-sums" data-part="sums">
      {linesOf(sums).map(({ id, name, value, note }) => (
        <div
          key={id}
          data-told={was.has(id) ? `sum ${id}` : undefined}
          data-changed={value !== was.get(id) || undefined}
        >
          <dt>
            <Say text={name} />
            {note ? (
              <span className="bytes-note">
                {' '}
                <Say text={note} />
              </span>
            ) : null}
          </dt>
          <dd>
            <Say text={sumValue(value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  /** Null where the bytes are nothing that can be judged. */
  readonly found: Inspected | null;
  readonly before: Inspected;
}

export function ByteFindings({ found, before }: Props) {
  const [asPrinted, turn] = useState(true);
  const { hashes, checks, failed } = found ?? { ...before, hashes: [], failed: [] };
  return (
    <div className="bytes-side">
      {found?.sums ? <ByteSums sums={found.sums} before={before.sums} /> : null}
      {hashes.length > 0 ? (
        <>
          <dl className="bytes-hashes">
            {hashes.map(({ id, hex }, i) => (
              <div
                key={id}
                data-told={`hash ${id}`}
                data-changed={hex !== before.hashes[i]?.hex || undefined}
              >
                <dt>
                  <Say text={text(`bytes.hash.${id}`)} />
                </dt>
                <dd>{asPrinted ? turned(hex) : hex}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className="button" data-part="turn" onClick={() => turn(!asPrinted)}>
            <Say text={text(asPrinted ? 'bytes.order.printed' : 'bytes.order.hashed')} />
          </button>
        </>
      ) : null}
      <ol className="bytes-checks">
        {checks.map(({ rule, state }, i) => {
          const now = found ? state : 'not-asked';
          return (
            <li
              key={rule}
              data-told={`check ${rule}`}
              data-state={now}
              data-changed={now !== before.checks[i]?.state || undefined}
            >
              <span aria-hidden="true">{SIGNS[now]}</span> {rule}
              {now === 'unknown' ? (
                <span className="bytes-unknown">
                  {' '}
                  <Say text={text('bytes.unknown')} />
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <div role="status" data-part="found">
        {found ? null : <Say text={text('bytes.unreadable')} />}
        {failed.map(({ rule, got, want }) => (
          <dl
            key={rule}
            className="bytes-failed"
            data-told={before.failed.some((one) => one.rule === rule) ? `failed ${rule}` : undefined}
          >
            <dt>{rule}</dt>
            <dd>
              <Say text={text('bytes.got')} />{' '}
              <code>
                <Say text={valueText(got)} />
              </code>
            </dd>
            <dd>
              <Say text={text('bytes.want')} />{' '}
              <code>
                <Say text={valueText(want)} />
              </code>
            </dd>
          </dl>
        ))}
        {found && failed.length === 0 && found !== before && checks.length > 0 ? (
          <Say text={text('bytes.well')} />
        ) : null}
      </div>
    </div>
  );
}
