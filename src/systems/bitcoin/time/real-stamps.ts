// Thirteen real headers in a row, one of them stamped before its parent: what the rules say of each.

import { bytesOfHex } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Header } from '../consensus/header.ts';
import { parseHeader } from '../consensus/header.ts';
import type { Judged } from '../consensus/header-chain.ts';
import { HeaderChain } from '../consensus/header-chain.ts';
import { MEDIAN_OF, mainnet } from '../consensus/network.ts';
import { medianTime } from '../consensus/retarget.ts';
import { shown } from '../consensus/wire.ts';
import { FIRST_HEIGHT, stampedBefore } from '../facts/stamped-before.ts';
import type { Args, Play } from '../play.ts';
import { row } from '../play.ts';
import { chainScene } from '../scene-chain.ts';
import { curveScene } from '../scene-curve.ts';

interface Known {
  readonly header: Header;
  readonly judged: Judged;
}
let known: readonly Known[] | undefined;
const headers = (): readonly Known[] => {
  const chain = new HeaderChain({ network: mainnet, height: FIRST_HEIGHT });
  known ??= stampedBefore.map((hex) => {
    const header = parseHeader(bytesOfHex(hex));
    return { header, judged: chain.add(header) };
  });
  return known;
};
const at = (n: number): Known => headers()[n] as Known;

export interface Read {
  readonly read: number;
}

/** Seconds after the parent's stamp. */
const after = (n: number): number => (n === 0 ? 0 : at(n).header.time - at(n - 1).header.time);

const figures = (n: number): Args => ({
  height: grouped(FIRST_HEIGHT + n),
  time: at(n).header.time,
  after: after(n) < 0 ? `−${-after(n)}` : `+${after(n)}`,
  median:
    n < MEDIAN_OF
      ? '–'
      : medianTime(
          headers()
            .slice(n - MEDIAN_OF, n)
            .map(({ header }) => header.time),
        ),
});

export const realStampsPlay: Play<Read> = {
  words: ['system', 'curve', 'bytes', 'chain', 'import', 'timestamps'],
  lanes: () => ['miner', 'node'],
  init: () => ({ read: 0 }),
  enabled: ({ read }) =>
    read >= headers().length ? [] : [{ key: `header.${FIRST_HEIGHT + read}`, kind: 'real', actor: 'miner' }],
  next: ({ read }) => ({ read: read + 1 }),
  properties: () => [
    {
      name: 'headers-valid',
      kind: 'always',
      judge: ({ read }) =>
        headers()
          .slice(0, read)
          .every(({ judged }) => judged.broken.length === 0),
    },
    {
      name: 'before-parent',
      kind: 'sometimes',
      judge: ({ read }) => read > 0 && after(read - 1) < 0,
    },
  ],
  deed: ({ read }) => ({
    from: 'miner',
    to: 'node',
    label: text('act.real', figures(read)),
    args: figures(read),
  }),
  came({ read }) {
    const ending = after(read) < 0 ? 'before' : read < MEDIAN_OF ? 'unchecked' : 'after';
    return {
      ending,
      answer: text('rep.taken'),
      why: text(`why.real.${ending}`, figures(read)),
      source: '7',
    };
  },
  chips: ({ read }) => (read === 0 ? [] : [{ actor: 'node', text: text('chip.real', figures(read - 1)) }]),
  rows: ({ read }) =>
    read === 0
      ? []
      : [
          {
            actor: 'node',
            rows: [
              row('height', figures(read - 1).height as string),
              row('hash', shown(at(read - 1).judged.hash)),
              row('time', at(read - 1).header.time),
              row('median', figures(read - 1).median as string),
            ],
          },
        ],
  scene: (kind, { read }) =>
    kind === 'chain'
      ? chainScene('before-parent')
      : kind !== 'curve'
        ? null
        : curveScene({
            x: {
              label: text('curve.block-height'),
              from: FIRST_HEIGHT,
              to: FIRST_HEIGHT + headers().length,
              log: false,
            },
            y: { label: text('curve.after'), from: -10, to: 60, log: false },
            series: [{ id: 'stamp', label: text('curve.real') }],
            marks: Array.from({ length: read }, (_, n) => ({
              series: 'stamp',
              x: FIRST_HEIGHT + n,
              y: after(n) / 60,
              step: n + 1,
              text: text('curve.tell.real', figures(n)),
            })),
            line: null,
            here: null,
            level: { y: 0, text: text('curve.tell.parent') },
          }),
  ending: (_, { state: { read } }) => ({
    said: read === 0 ? null : text('timestamps.end.real', { n: read }),
    facts: [{ id: 'read', text: text('fact.read', { n: read }) }],
  }),
};
