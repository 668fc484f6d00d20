// Up from each user's newest entry to the root that is signed: the proof that the entry is in its log, a level a hash.
// Where the two users were shown different logs, both hashes stand in the node.

import type { CSSProperties } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import type { HashLevel, HashNode } from '../../../widgets/hash-path.tsx';
import { HashPath } from '../../../widgets/hash-path.tsx';
import { Say } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { ProofHalf, ProofNode, ProofScene } from '../today/scene.ts';
import { Badge, useWords } from './parts.tsx';
import './view.css';

export const proof: View<ViewProps<ProofScene>, ProofScene> & { readonly stand: 'moment' } = {
  kind: 'proof',
  stand: 'moment',
  Draw,
  outline: ({ halves }) =>
    halves.length === 0
      ? [{ key: 'none', text: text('proof.none') }]
      : halves.flatMap((half) => [{ key: half.user, text: titleOf(half) }, ...lines(half)]),
};

const titleOf = ({ user, size, entry, levels }: ProofHalf) =>
  text('proof.title', { user, size, entry, hashes: levels.length - 1 });
const toldLevel = ({ user }: ProofHalf, index: number): string => `${user} ${index}`;

/** `leaf`, `node` or `root`: what the level is called. */
const kindOf = ({ levels }: ProofHalf, index: number): string =>
  index === levels.length - 1 ? 'root' : index === 0 ? 'leaf' : 'node';
const nameOf = ({ from, to }: ProofNode): string => (from === to ? `${from}` : `${from}–${to}`);

const lines = (half: ProofHalf): readonly Told[] =>
  half.levels.map(({ node, beside }, index) => ({
    key: toldLevel(half, index),
    text: text(`proof.tell.${node.other === null ? 'same' : 'differs'}${beside ? '' : '.alone'}`, {
      what: text(`proof.kind.${kindOf(half, index)}`),
      name: nameOf(node),
      value: node.value,
      other: node.other ?? '',
      who: half.otherUser,
      beside: beside?.value ?? '',
    }),
  }));

function Draw({ scene: { halves, most }, size }: ViewProps<ProofScene>) {
  return (
    <div
      className="sundr-view merkle-view proof-view"
      data-beside
      data-phone={size.phone || undefined}
      style={{ '--levels': most } as CSSProperties}
    >
      {halves.map((half) => (
        <Half key={half.user} half={half} most={most} phone={size.phone} />
      ))}
      {halves.length === 0 ? (
        <p data-told="none">
          <Say text={text('proof.none')} />
        </p>
      ) : null}
    </div>
  );
}

interface HalfProps {
  readonly half: ProofHalf;
  readonly most: number;
  readonly phone: boolean;
}

function Half({ half, most, phone }: HalfProps) {
  const t = useWords();
  const shown = (node: ProofNode, state: HashNode['state']): HashNode => ({
    name: nameOf(node),
    value: node.value,
    other: node.other,
    state: node.other === null ? state : 'wrong',
  });
  const levels = half.levels.map(({ node, beside }, index): HashLevel => {
    const kind = kindOf(half, index);
    return {
      id: `${index}`,
      told: toldLevel(half, index),
      title: t(`proof.kind.${kind}`),
      note: t(`proof.note.${kind}`),
      path: [shown(node, 'checked')],
      beside: beside ? [shown(beside, 'untouched')] : [],
    };
  });
  return (
    <section className="merkle-half">
      <p className="merkle-title" data-told={half.user}>
        <Badge who={half.user} />
        <span>
          <Say text={titleOf(half)} />
        </span>
      </p>
      <HashPath
        levels={levels}
        most={most}
        phone={phone}
        words={{
          checked: t('proof.verified'),
          expected: t('proof.others', { who: half.otherUser }),
          actual: t('proof.others', { who: half.user }),
          more: (count) => t('proof.more', { count }),
        }}
      />
    </section>
  );
}
