// Real headers as a chain one can walk, stretch by stretch; and those that the reader brings.

import { Suspense, useState } from 'react';
import { hexOf } from '../../../base/bytes.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { partOfView } from '../../../widgets/part.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { TabRow } from '../../../widgets/tab-row.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { StretchId, Walked } from '../chain-walk.ts';
import { STRETCHES, stretch } from '../chain-walk.ts';
import { headerFields, headerFound, turned } from '../scene-bytes.ts';
import type { ChainScene } from '../scene-chain.ts';
import { ChainRow } from './chain-row.tsx';
import './bytes.css';
import './chain.css';

const OwnHeaders = partOfView(() => import('./own-headers.tsx').then((m) => m.OwnHeaders));

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
  const [id, show] = useState<StretchId | 'own'>(scene.begin);
  const wide = size.width >= 900;
  return (
    <div className="chain-view">
      <TabRow
        name="stretch"
        className="chain-tabs"
        part="stretches"
        label={plain(text('view.chain'))}
        tabs={[...STRETCHES, 'own']}
        open={id}
        shows={() => 'chain-shown'}
        say={(one) => <Say text={text(`chain.tab.${one}`)} />}
        onOpen={show}
      />
      <p className="chain-about" data-told="about">
        <Say text={text(`chain.about.${id}`)} />
      </p>
      <div id="chain-shown" className="chain-shown">
        {id === 'own' ? (
          <Suspense fallback={null}>
            <OwnHeaders wide={wide} />
          </Suspense>
        ) : (
          <ChainRow blocks={stretch(id)} start={START[id]} wide={wide} left={id === 'stale'} />
        )}
      </div>
    </div>
  );
}
