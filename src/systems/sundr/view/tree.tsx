// One server, two worlds: everything signed on its branch of the tree, and beneath it, on the same axis, what each user's
// last signature covers and how old the stamp was that it was shown.

import { Suspense, useContext, useState } from 'react';
import { text } from '../../../base/text.ts';
import type { Hot, ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import type { TreeStray } from '../../../widgets/branch-tree/branch-tree.tsx';
import { BranchTree } from '../../../widgets/branch-tree/branch-tree.tsx';
import { WordsContext } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { Placed, Refused } from '../scene-log.ts';
import type { TreeScene } from '../scene-tree.ts';
import { aheadOf, answerUpTo } from './ahead.ts';
import { EntryCard, EntryLine, hiddenFrom, NextLine, RefusedCard, RowName } from './entry-card.tsx';
import { Heads } from './heads.tsx';
import { listed, opWord, spelt, useLow, useWords } from './parts.tsx';
import { PhoneTree } from './phone-tree.tsx';
import { refusedLines, toldRefused } from './told.ts';
import { toldAge, toldWorld, Worlds } from './worlds.tsx';
import './view.css';

/** Branches that have room from the start. */
const LEAST_ROWS = 2;

export const tree: View<ViewProps<TreeScene>, TreeScene> & { readonly stand: 'axis' } = {
  kind: 'tree',
  stand: 'axis',
  Draw,
  outline: (scene) => [
    ...entryLines(scene),
    ...worldLines(scene),
    ...ageLines(scene),
    ...refusedLines(refusedIn(scene)),
  ],
};

const refusedIn = ({ worlds }: TreeScene): readonly Refused[] =>
  worlds.flatMap((world) => world?.refused ?? []);

/** The id, where what is hot is of this kind. */
const hotId = (hot: Hot | null, kind: 'action' | 'actor' | 'thing'): string | null =>
  hot?.startsWith(`${kind} `) ? hot.slice(kind.length + 1) : null;

function Draw(props: ViewProps<TreeScene>) {
  const { scene, cursor, track, hot, size, setHot, choose } = props;
  const { entries, principals } = scene;
  const t = useWords();
  const low = useLow();
  const [picked, setPicked] = useState<string | null>(null);
  const selected = entries.some(({ id }) => id === picked) ? picked : null;
  const table = useContext(WordsContext);
  const ahead = aheadOf(scene, props.choices, hotId(hot, 'action'), cursor.step, table);
  const drop = (id: string): void => {
    const key = ahead && answerUpTo(scene, props.choices, ahead.signer, id);
    if (key) choose(key);
  };
  const strays = straysOf(scene);
  const shared = {
    entries,
    ahead,
    strays,
    stray: (id: string) => <RefusedCard user={id} />,
    now: cursor.step,
    first: track.from + 1,
    selected,
    hot: hotId(hot, 'thing'),
    hotChoice: hotId(hot, 'action'),
    label: ({ id, kind, file }: Placed) => t('tree.short', { id, op: opWord(kind), file }),
    words: {
      list: t('tree.list'),
      fork: t('tree.fork'),
      earlier: (count: number) => t('tree.earlier', { count }),
      moreBranches: (count: number) => t('tree.moreBranches', { count }),
    },
    onHot: (id: string | null) => setHot(id === null ? null : `thing ${id}`),
    onHotChoice: (key: string | null) => setHot(key === null ? null : `action ${key}`),
    onSelect: (id: string) => setPicked(id === selected ? null : id),
    onChoose: choose,
  };
  const axis = axisOf(size.width, scene.close);
  const heads = (
    <Heads
      scene={scene}
      refused={refusedIn(scene)}
      selected={selected}
      hidden={scene.hidden}
      harm={harmOf(props)}
    />
  );
  if (size.phone) {
    return (
      <div className="sundr-view">
        <Suspense fallback={<div className="tracks-due" />}>
          <PhoneTree
            {...shared}
            track={track}
            glide={false}
            line={(entry) =>
              entry ? (
                <EntryLine entry={entry} principals={principals} from={hiddenFrom(scene, entry.slot)} />
              ) : ahead ? (
                <NextLine ahead={ahead} />
              ) : null
            }
          />
        </Suspense>
        {heads}
      </div>
    );
  }
  return (
    <div className="sundr-view">
      {heads}
      <BranchTree
        {...shared}
        axis={axis}
        least={LEAST_ROWS}
        tight={low}
        card={(entry) => {
          const drawn = entry ?? (ahead && { ...ahead, id: ahead.entry });
          return drawn ? <EntryCard entry={drawn} principals={principals} /> : null;
        }}
        rowName={(row) => <RowName row={row} scene={scene} />}
        onDrop={drop}
      />
      <Worlds
        scene={scene}
        ahead={ahead}
        first={track.from + 1}
        axis={axis}
        now={cursor.step}
        low={low}
        hotActor={hotId(hot, 'actor')}
        onHot={(user) => setHot(user === null ? null : `actor ${user}`)}
      />
    </div>
  );
}

/** What was refused has no entry: a card of its own on the branch of whoever refused. */
const straysOf = ({ worlds, entries }: TreeScene): readonly TreeStray[] =>
  worlds.flatMap((world) =>
    world?.refused && world.refused.slot !== null
      ? [
          {
            id: world.user,
            row: entries.findLast(({ signer }) => signer === world.user)?.row ?? 0,
            slot: world.refused.slot,
            told: toldRefused(world.user),
          },
        ]
      : [],
  );

/** Promises that a client was harmed against, while nobody has refused anything. */
const HARM = ['authentic', 'fresh-across', 'fork-consistent'];

function harmOf({ scene, head, track, cursor }: ViewProps<TreeScene>): number | null {
  if (scene.worlds.some((world) => world?.refused)) return 0;
  if (cursor.step === 0) return 0;
  const step = track.steps.find((one) => one.step === cursor.step);
  if (!step) return null;
  return head.properties.filter(({ name }, index) => HARM.includes(name) && step.soFar[index] === 'violated')
    .length;
}

function entryLines(scene: TreeScene): readonly Told[] {
  return scene.entries.map((entry) => {
    const { id, slot, signer, kind, file, vector, parent } = entry;
    const from = hiddenFrom(scene, slot);
    const about = {
      id,
      signer,
      op: opWord(kind),
      file,
      vector: spelt(scene.principals, vector),
      parent: parent === null ? text('tree.nothing') : parent,
      branch: entry.row + 1,
      covers: entry.covers,
    };
    const said =
      vector.length === 0
        ? text('tree.entry.alone', { id, signer, op: about.op, file })
        : from.length === 0
          ? text('tree.entry', about)
          : text('tree.entry.hidden', { ...about, users: listed(from) });
    return { key: toldEntry(id), text: said, step: slot };
  });
}

function worldLines({ principals, worlds, seenBy }: TreeScene): readonly Told[] {
  return principals.flatMap((user, index): Told[] => {
    const world = worlds[index];
    const key = toldWorld(user);
    if (!world) return [{ key, text: text('worlds.tell.unknown', { user, seenBy: seenBy ?? '' }) }];
    const about = {
      user,
      asked: world.asked,
      known: world.knows,
      hidden: world.misses,
    };
    const said =
      world.asked === 0
        ? text('worlds.tell.never', { user })
        : world.hidden.length > 0
          ? text('worlds.tell.hidden', about)
          : text('worlds.tell', { user, asked: about.asked, known: about.known });
    return [{ key, text: said }];
  });
}

const ageLines = ({ ages, period }: TreeScene): readonly Told[] =>
  ages.map(({ slot, user, age }) => ({
    key: toldAge(slot),
    text: text('age.tell', { user, slot, age, period }),
    step: slot,
  }));
