// A row of headers, each pointing at the one before by its hash. The one that is looked at is open, byte by byte; change one
// and its hash is another, so that the next no longer stands on it, and nothing after that does.

import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Walked } from '../chain-walk.ts';
import { blockHash, parseHeader } from '../consensus/header.ts';
import { mainnet } from '../consensus/network.ts';
import { workOf } from '../consensus/target.ts';
import { CHECKPOINT, cheapHeader } from '../facts/cheap-header.ts';
import { compared, headerFields, headerFound, turned } from '../scene-bytes.ts';
import { ByteFields } from './byte-fields.tsx';
import { ByteFindings } from './byte-findings.tsx';
import { useEdits } from './use-edits.ts';

interface Props {
  readonly blocks: readonly Walked[];
  /** The place of the one that is open at first; others blocks begin there again. */
  readonly start: number;
  readonly wide: boolean;
  /** The chain went on without them. */
  readonly left?: boolean;
}

export function ChainRow({ blocks, start, wide, left }: Props) {
  const plain = usePlain();
  const [open, setOpen] = useState({ of: blocks, at: start });
  const at = open.of === blocks ? open.at : start;
  const row = useRef<HTMLDivElement>(null);
  const here = blocks[at] as Walked;
  const after = blocks[at + 1];
  // At the end of a pair the blocks between are not in the data.
  const next = after?.height === here.height + 1 ? after : undefined;
  const found = headerFound(here.header, here.place);
  const fields = compared(headerFields(here), null);
  const edits = useEdits(fields, { kind: 'header', ...here.place }, found);
  const cut = edits.changed.size > 0;
  const gap = plain(text('chain.gap'));
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(blocks.length - 1, to));
    setOpen({ of: blocks, at: place });
    const block = row.current?.querySelector<HTMLElement>(`[data-at="${place}"]`);
    block?.focus({ preventScroll: true });
  };
  // What is open stands in the middle of its row; the page stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks, or another header of them
  useLayoutEffect(() => {
    const list = row.current;
    const block = list?.querySelector<HTMLElement>(`[data-at="${at}"]`);
    if (list && block) list.scrollLeft = block.offsetLeft - (list.clientWidth - block.offsetWidth) / 2;
  }, [blocks, at]);
  const walk = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: blocks.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it */}
      <div className="chain-row" data-part="row" ref={row} onKeyDown={walk}>
        {left ? <Fork before={blocks[0] as Walked} /> : null}
        {blocks.map((block, i) => (
          <button
            key={block.height}
            type="button"
            className="chain-block"
            data-at={i}
            data-cut={(cut && i > at) || undefined}
            data-gap={block.height - (blocks[i - 1]?.height ?? block.height - 1) > 1 || undefined}
            data-early={(block.after ?? 0) < 0 || undefined}
            data-broken={(block.broken?.length ?? 0) > 0 || undefined}
            aria-current={i === at || undefined}
            tabIndex={i === at ? 0 : -1}
            aria-label={[saidOf(block), ...(block.broken?.length ? [breaksText(block.broken)] : [])]
              .map(plain)
              .join(gap)}
            onClick={() => go(i)}
          >
            <b>{grouped(block.height)}</b>
            <span>{tailOf(block.hash)}</span>
            {block.retarget ? (
              <span>
                <Say text={anewText(block.retarget)} />
              </span>
            ) : null}
          </button>
        ))}
      </div>
      <p className="chain-here" data-part="here">
        <Say text={saidOf(here)} />
        {gap}
        <Say text={workText(here)} />
        {here.retarget ? (
          <>
            {gap}
            <Say text={retargetText(here.retarget)} />
          </>
        ) : null}
        {here.broken?.length ? (
          <>
            {gap}
            <Say text={breaksText(here.broken)} />
          </>
        ) : null}
        {here.height === CHECKPOINT && !here.broken ? (
          <>
            {gap}
            <Say text={text('chain.checkpoint', { other: tailOf(cheapHash) })} />
          </>
        ) : null}
      </p>
      <div className="bytes-view" data-wide={wide || undefined}>
        <ByteFields fields={fields} edits={edits} />
        <div className="bytes-side">
          <ByteFindings found={edits.found} before={found} />
          {next ? <Link next={next} bytes={edits.bytes} /> : null}
        </div>
      </div>
    </>
  );
}

/** Whether the next header stands on this one, as its bytes are now. */
function Link({ next, bytes }: { readonly next: Walked; readonly bytes: Uint8Array }) {
  const own = hexOf(blockHash(parseHeader(bytes)));
  const said = hexOf(next.header.previous);
  const cut = said !== own;
  const height = grouped(next.height);
  return (
    <div className="chain-link" role="status" data-part="next" data-cut={cut || undefined}>
      <p>
        <Say text={text(cut ? 'chain.cut' : 'chain.held', { height })} />
      </p>
      {cut ? (
        <dl className="bytes-failed">
          <dt>prev-blk-not-found</dt>
          <dd>
            <Say text={text('bytes.got')} /> <code>{turned(said)}</code>
          </dd>
          <dd>
            <Say text={text('bytes.want')} /> <code>{turned(own)}</code>
          </dd>
        </dl>
      ) : null}
    </div>
  );
}

/** Where the branch left the chain: what the chain went on with is not in the data. */
function Fork({ before }: { readonly before: Walked }) {
  return (
    <span className="chain-fork" data-part="fork">
      <b>{grouped(before.height - 1)}</b>
      <span>
        <Say text={text('chain.went-on')} />
      </span>
    </span>
  );
}

const cheapHash = hexOf(blockHash(parseHeader(bytesOfHex(cheapHeader))));

/** The end of a printed hash: its beginning is zeros. */
const tailOf = (hash: string): string => `…${turned(hash).slice(-6)}`;

const stamp = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function saidOf({ height, header, after }: Walked): Text {
  const time = stamp(header.time);
  const args = { height: grouped(height), time, seconds: grouped(Math.abs(after ?? 0)) };
  return text(after === null ? 'chain.block.alone' : after < 0 ? 'chain.block.early' : 'chain.block', args);
}

const DAY_S = 86_400;
/** How long the period took, and by how much the target was set anew; where it was held back, that. */
function retargetText({ actualS, usedS }: NonNullable<Walked['retarget']>): Text {
  const days = (actualS / DAY_S).toFixed(2);
  const times = (usedS / mainnet.timespanS).toFixed(2);
  return text(usedS === actualS ? 'chain.retarget' : 'chain.retarget.held', { days, times });
}

/** In the row: by how much it was set anew, and whether it was held back. */
const anewText = ({ actualS, usedS }: NonNullable<Walked['retarget']>): Text =>
  text(usedS === actualS ? 'chain.anew' : 'chain.anew.held', {
    times: (usedS / mainnet.timespanS).toFixed(2),
  });

const breaksText = (rules: readonly string[]): Text => text('chain.breaks', { rules: rules.join(', ') });

const workText = ({ header }: Walked): Text =>
  text('chain.work', { log: workOf(header.bits).toString(2).length - 1 });
