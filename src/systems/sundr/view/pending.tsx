// The fork tree of operations that overlap: a card from its certificate on, dashed and named pending until its structure
// is signed; and below it what each user is at, and what it was shown as pending.

import { Suspense, useState } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Hot, ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { BranchTree } from '../../../widgets/branch-tree/branch-tree.tsx';
import { Say } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { AtWork, Overlapping, PendingScene } from '../scene-pending.ts';
import { EntryCard } from './entry-card.tsx';
import { Badge, Counts, opWord, spelt, useLow, useWords } from './parts.tsx';
import { PhoneTree } from './phone-tree.tsx';
import { RefusalValues } from './refusal.tsx';
import { refusedLines } from './told.ts';
import './view.css';
import './pending.css';

export const pending: View<ViewProps<PendingScene>, PendingScene> & { readonly stand: 'moment' } = {
  kind: 'pending',
  stand: 'moment',
  Draw,
  outline: (scene) => [
    ...(scene.entries.length === 0 ? [{ key: 'none', text: text('pending.none') }] : []),
    ...scene.entries.map((entry) => entryLine(scene, entry)),
    ...scene.users.map((user) => userLine(scene, user)),
    ...refusedLines(scene.refused),
  ],
};

function entryLine({ principals }: PendingScene, entry: Overlapping): Told {
  const { id, signer, kind, file, vector, parent, row, isPending, amid } = entry;
  const way = isPending ? 'pending' : amid === '–' ? 'plain' : 'signed';
  const about = {
    id,
    signer,
    op: opWord(kind),
    file,
    parent: parent ?? text('tree.nothing'),
    branch: row + 1,
    ...(isPending ? {} : { vector: spelt(principals, vector) }),
    ...(way === 'signed' ? { amid } : {}),
  };
  return { key: toldEntry(id), text: text(`pending.entry.${way}`, about) };
}

const toldUser = (user: string): string => `user ${user}`;

function doing({ refused }: PendingScene, { user, phase, id, op }: AtWork): Text {
  if (refused.some((one) => one.user === user)) return text('pending.refused');
  if (id === null || op === null) return text('pending.idle');
  if (phase === 'wait') return text('pending.waits', { id });
  if (phase === 'commit') return text('pending.commit', { id });
  return phase === 'idle'
    ? text('pending.sent', { id })
    : text('pending.at', { id, phase: text(`act.${phase}`) });
}

function userLine(scene: PendingScene, one: AtWork): Told {
  const { user, id, shown, amid } = one;
  const last = one.last ?? '–';
  return {
    key: toldUser(user),
    text:
      id === null
        ? text('pending.tell.idle', { user, last })
        : text('pending.tell', { user, doing: doing(scene, one), shown, amid, last }),
  };
}

const hotThing = (hot: Hot | null): string | null =>
  hot?.startsWith('thing ') ? hot.slice('thing '.length) : null;

/** Branches that have room from the start. */
const LEAST_ROWS = 2;
const nothing = (): void => undefined;

function Draw({ scene, hot, size, setHot }: ViewProps<PendingScene>) {
  const { entries, principals, refused } = scene;
  const t = useWords();
  const low = useLow();
  const [picked, setPicked] = useState<string | null>(null);
  const selected = entries.some(({ id }) => id === picked) ? picked : null;
  const axis = axisOf(size.width, true);
  const first = Math.max(1, entries.length - axis.columns + 1);
  const last = refused.at(-1);
  const shared = {
    entries,
    ahead: null,
    strays: [],
    stray: () => null,
    now: scene.now,
    first,
    selected,
    hot: hotThing(hot),
    hotChoice: null,
    label: ({ id, kind, file, isPending }: Overlapping) =>
      t(isPending ? 'pending.short' : 'tree.short', { id, op: opWord(kind), file }),
    words: {
      list: t('tree.list'),
      fork: t('tree.fork'),
      earlier: (count: number) => t('tree.earlier', { count }),
      moreBranches: (count: number) => t('tree.moreBranches', { count }),
    },
    onHot: (id: string | null) => setHot(id === null ? null : `thing ${id}`),
    onHotChoice: nothing,
    onSelect: (id: string) => setPicked(id === selected ? null : id),
    onChoose: nothing,
  };
  return (
    <div className="sundr-view pending-view">
      <p
        className="sundr-caption"
        {...(entries.length === 0 ? { 'data-told': 'none' } : { 'data-part': 'caption' })}
      >
        {t(entries.length === 0 ? 'pending.none' : 'pending.caption')}
      </p>
      {size.phone ? (
        <Suspense fallback={<span />}>
          <PhoneTree
            {...shared}
            glide={false}
            line={(entry) => (entry ? <Line entry={entry} principals={principals} /> : null)}
          />
        </Suspense>
      ) : (
        <BranchTree
          {...shared}
          axis={axis}
          least={LEAST_ROWS}
          tight={low}
          card={(entry) => (entry ? <Card entry={entry} principals={principals} /> : null)}
          rowName={(row) => <RowName row={row} principals={principals} />}
          onDrop={nothing}
        />
      )}
      <Users scene={scene} phone={size.phone} />
      {last ? <RefusalValues scene={scene} user={last.user} refusal={last.refusal} /> : null}
    </div>
  );
}

interface EntryProps {
  readonly entry: Overlapping;
  readonly principals: readonly string[];
}

function Card({ entry, principals }: EntryProps) {
  const t = useWords();
  if (!entry.isPending) return <EntryCard entry={entry} principals={principals} />;
  return (
    <span className="pending-card">
      <EntryCard entry={{ ...entry, vector: [] }} principals={principals} />
      <i>{t('pending.word')}</i>
    </span>
  );
}

function Line({ entry, principals }: EntryProps) {
  const { id, kind, file, slot, vector, signer, isPending } = entry;
  const t = useWords();
  return (
    <>
      <span className="entry-number">{slot}</span>
      <span className={isPending ? 'pending-card' : undefined}>
        <Badge who={id} />
      </span>
      <span className="entry-words">
        <span>
          <Say text={opWord(kind)} /> <code>{file}</code>
        </span>
        {isPending ? <i className="entry-note">{t('pending.word')}</i> : null}
      </span>
      {isPending ? null : <Counts counts={vector} own={principals.indexOf(signer)} />}
    </>
  );
}

function RowName({ row, principals }: { readonly row: number; readonly principals: readonly string[] }) {
  const t = useWords();
  return (
    <>
      <b>{t('tree.branch', { branch: row + 1 })}</b>
      <span />
      <span className="sundr-counts heads">
        {principals.slice(0, 5).map((who) => (
          <span key={who}>{who}</span>
        ))}
      </span>
    </>
  );
}

/** What each is at. On a phone, where columns have no room, in sentences. */
function Users({ scene, phone }: { readonly scene: PendingScene; readonly phone: boolean }) {
  const t = useWords();
  if (phone) {
    return (
      <ul className="pending-users">
        {scene.users.map((one) => (
          <li key={one.user} data-told={toldUser(one.user)}>
            <Say text={userLine(scene, one).text} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="pending-users">
      <thead>
        <tr data-part="heads">
          <th scope="col">{t('pending.user')}</th>
          <th scope="col">{t('pending.doing')}</th>
          <th scope="col">{t('pending.shown')}</th>
          <th scope="col">{t('pending.amid')}</th>
          <th scope="col">{t('pending.last')}</th>
        </tr>
      </thead>
      <tbody>
        {scene.users.map((one) => (
          <tr key={one.user} data-told={toldUser(one.user)}>
            <th scope="row">
              <Badge who={one.user} />
            </th>
            <td>
              <Say text={doing(scene, one)} />
            </td>
            <td>{one.shown}</td>
            <td data-pending={one.amid === '–' ? undefined : ''}>{one.amid}</td>
            <td>{one.last ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
