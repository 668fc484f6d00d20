// Real headers as a chain one can walk: each points at the one before by its hash. The one that is looked at is open, byte
// by byte; change one and its hash is another, so that the next no longer stands on it, and nothing after that does.

import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { TabRow } from '../../../widgets/tab-row.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { StretchId, Walked } from '../chain-walk.ts';
import { STRETCHES, stretch } from '../chain-walk.ts';
import { blockHash, parseHeader } from '../consensus/header.ts';
import { mainnet } from '../consensus/network.ts';
import { workOf } from '../consensus/target.ts';
import { CHECKPOINT, cheapHeader } from '../facts/cheap-header.ts';
import { compared, headerFields, headerFound, turned } from '../scene-bytes.ts';
import type { ChainScene } from '../scene-chain.ts';
import { ByteFields } from './byte-fields.tsx';
import { ByteFindings } from './byte-findings.tsx';
import { useEdits } from './use-edits.ts';
import './bytes.css';
import './chain.css';

export const chain: View<ViewProps<ChainScene>, ChainScene> & { readonly stand: 'moment' } = {
  kind: 'chain',
  stand: 'moment',
  Draw,
  outline: ({ begin }): readonly Told[] => [
    { key: 'about', text: text(`chain.about.${begin}`) },
    ...['hash'].map((id) => hashLine(id, begin)),
    ...checksOf(begin),
  ],
};

const firstOf = (id: StretchId): Walked => stretch(id)[START[id]] as Walked;
const foundIn = (one: Walked) => headerFound(one.header, one.place);

const hashLine = (id: string, begin: StretchId): Told => ({
  key: `hash ${id}`,
  text: text('bytes.tell.hash', { name: text('bytes.hash.hash'), hex: turned(firstOf(begin).hash) }),
});
const checksOf = (begin: StretchId): readonly Told[] => [
  ...headerFields(firstOf(begin)).map(([id, bytes]) => ({
    key: `field ${id}`,
    text: text('bytes.tell.field', { name: text(`bytes.field.${id}`), hex: hexOf(bytes) }),
  })),
  ...foundIn(firstOf(begin)).checks.map(({ rule, state }) => ({
    key: `check ${rule}`,
    text: text(`bytes.tell.${state}`, { rule }),
  })),
];

/** Which header is open at first: one that has a story. */
const START: Readonly<Record<StretchId, number>> = {
  first: 64,
  // The one that was held back.
  edges: 7,
  'before-parent': 11,
  stale: 0,
};

function Draw({ scene, size }: ViewProps<ChainScene>) {
  const plain = usePlain();
  const [id, show] = useState<StretchId>(scene.begin);
  const [at, setAt] = useState(START[scene.begin]);
  const row = useRef<HTMLDivElement>(null);
  const blocks = stretch(id);
  const here = blocks[at] as Walked;
  const after = blocks[at + 1];
  // At the end of a pair the blocks between are not in the data.
  const next = after?.height === here.height + 1 ? after : undefined;
  const found = foundIn(here);
  const fields = compared(headerFields(here), null);
  const edits = useEdits(fields, { kind: 'header', ...here.place }, found);
  const cut = edits.changed.size > 0;
  const gap = plain(text('chain.gap'));
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(blocks.length - 1, to));
    setAt(place);
    const block = row.current?.querySelector<HTMLElement>(`[data-at="${place}"]`);
    block?.focus({ preventScroll: true });
  };
  // What is open stands in the middle of its row; the page stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stretch, or another header of it
  useLayoutEffect(() => {
    const list = row.current;
    const block = list?.querySelector<HTMLElement>(`[data-at="${at}"]`);
    if (list && block) list.scrollLeft = block.offsetLeft - (list.clientWidth - block.offsetWidth) / 2;
  }, [id, at]);
  const walk = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: blocks.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const turn = (to: StretchId): void => {
    show(to);
    setAt(START[to]);
  };
  return (
    <div className="chain-view">
      <TabRow
        name="stretch"
        className="chain-tabs"
        part="stretches"
        label={plain(text('view.chain'))}
        tabs={STRETCHES}
        open={id}
        shows={() => 'chain-row'}
        say={(one) => <Say text={text(`chain.tab.${one}`)} />}
        onOpen={turn}
      />
      <p className="chain-about" data-told="about">
        <Say text={text(`chain.about.${id}`)} />
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it */}
      <div id="chain-row" className="chain-row" data-part="row" ref={row} onKeyDown={walk}>
        {id === 'stale' ? <Fork /> : null}
        {blocks.map((block, i) => (
          <button
            key={block.height}
            type="button"
            className="chain-block"
            data-at={i}
            data-cut={(cut && i > at) || undefined}
            data-gap={block.height - (blocks[i - 1]?.height ?? block.height - 1) > 1 || undefined}
            data-early={(block.after ?? 0) < 0 || undefined}
            aria-current={i === at || undefined}
            tabIndex={i === at ? 0 : -1}
            aria-label={plain(saidOf(block))}
            onClick={() => go(i)}
          >
            <b>{grouped(block.height)}</b>
            <span>{tailOf(block.hash)}</span>
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
        {here.height === CHECKPOINT ? (
          <>
            {gap}
            <Say text={text('chain.checkpoint', { other: tailOf(cheapHash) })} />
          </>
        ) : null}
      </p>
      <div className="bytes-view" data-wide={size.width >= 900 || undefined}>
        <ByteFields fields={fields} edits={edits} />
        <div className="bytes-side">
          <ByteFindings found={edits.found} before={found} />
          {next ? <Link next={next} bytes={edits.bytes} cut={cut} /> : null}
        </div>
      </div>
    </div>
  );
}

/** Whether the next header still stands on this one. */
function Link({
  next,
  bytes,
  cut,
}: {
  readonly next: Walked;
  readonly bytes: Uint8Array;
  readonly cut: boolean;
}) {
  const { hashes } = headerFound(parseHeader(bytes), { previous: null, bits: null, medianTime: null });
  const own = hashes[0]?.hex ?? '';
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
            <Say text={text('bytes.got')} /> <code>{turned(next.place.previous ?? '')}</code>
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
function Fork() {
  return (
    <span className="chain-fork" data-part="fork">
      <b>{grouped((stretch('stale')[0] as Walked).height - 1)}</b>
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

const workText = ({ header }: Walked): Text =>
  text('chain.work', { log: workOf(header.bits).toString(2).length - 1 });
