// The signed log: a row an entry, and in it a dot for everything that its signature covers. Whoever leaves one of them out
// breaks every signature below it.

import { text } from '../../../base/text.ts';
import type { Hot, ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { firstTrack, TRACK_ROWS } from '../../../widgets/branch-tree/track-layout.ts';
import { Say } from '../../../widgets/say.tsx';
import type { SeenRow } from '../../../widgets/seen-rows.tsx';
import { SeenRows } from '../../../widgets/seen-rows.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { Placed, Refused } from '../scene-log.ts';
import type { Left, LogScene } from '../scene-signed.ts';
import { Heads } from './heads.tsx';
import { Badge, listed, opWord, useLow, useWords } from './parts.tsx';
import { refusedLines, toldRefused } from './told.ts';
import './view.css';

export const log: View<ViewProps<LogScene>, LogScene> & { readonly stand: 'axis' } = {
  kind: 'log',
  stand: 'axis',
  Draw,
  outline: (scene) => [...entryLines(scene), ...leftLines(scene), ...refusedLines(scene.refused)],
};

function entryLines({ entries, left }: LogScene): readonly Told[] {
  return entries.map(({ id, slot, signer, kind, file, signature, covers }) => {
    const out = left.find(({ entry }) => entry === id)?.ids;
    const about = { id, signer, op: opWord(kind), file, covers, signature };
    return {
      key: toldEntry(id),
      text: out ? text('log.entry.left', { ...about, out }) : text('log.entry', about),
      step: slot,
    };
  });
}

const toldLeft = ({ user, slot }: Left): string => `left ${user} ${slot}`;

/** Of answers upon which nothing was signed. */
const leftLines = ({ left }: LogScene): readonly Told[] =>
  left
    .filter(({ entry }) => entry === null)
    .map((one) => {
      const { user, slot, file, ids } = one;
      return {
        key: toldLeft(one),
        text:
          file === null
            ? text('log.left', { user, slot, ids })
            : text('log.unsigned', { user, slot, ids, op: opWord('fetch'), file }),
        step: slot,
      };
    });

const hotThing = (hot: Hot | null): string | null =>
  hot?.startsWith('thing ') ? hot.slice('thing '.length) : null;

function Draw({ scene, track, hot, size, cursor, setHot }: ViewProps<LogScene>) {
  const t = useWords();
  const low = useLow();
  const lit = hotThing(hot);
  const axis = axisOf(size.width, true);
  const first = track.from + 1;
  if (size.phone) return <Listed scene={scene} first={first} now={cursor.step} />;
  const rows = rowsFrom(scene, first, axis.columns).map((row): SeenRow => {
    const { slot, entry, refused, left, told } = row;
    const covers = entry ? (scene.covers[scene.entries.indexOf(entry)] ?? []) : [];
    const own = covers.at(-1);
    return {
      id: entry?.id ?? `step ${slot}`,
      told,
      name: <RowName row={row} />,
      dots: covers.map((covered) => ({
        slot: covered,
        kind: covered === own ? 'own' : 'other',
        fresh: slot === cursor.step,
      })),
      words: (left?.out ?? []).map((one) => ({
        slot: one,
        text: t('log.out'),
        ...(left && refused ? { told: toldLeft(left) } : {}),
      })),
      // A line from the first that it covers to its own.
      until: entry ? slot : null,
      ends: true,
      next: null,
      hot: entry !== undefined && entry.id === lit,
    };
  });
  return (
    <div className="sundr-view">
      <Heads scene={scene} refused={scene.refused} selected={lit} />
      <p className="sundr-caption" data-part="caption">
        {t('log.title')}
      </p>
      <SeenRows
        rows={rows}
        first={first}
        axis={axis}
        rowHeight={low ? 24 : 28}
        onHot={(id) => setHot(id === null || id.startsWith('step ') ? null : `thing ${id}`)}
      />
    </div>
  );
}

/** A step of the log: what was signed in it, or why nothing was. */
interface Row {
  readonly slot: number;
  readonly entry: Placed | undefined;
  readonly refused: Refused | undefined;
  /** What the server had left out of its answer. */
  readonly left: Left | undefined;
  readonly told: string | null;
}

function rowAt({ entries, refused, left }: LogScene, slot: number): Row {
  const at = <One extends { readonly slot: number | null }>(all: readonly One[]): One | undefined =>
    all.find((one) => one.slot === slot);
  const row = { slot, entry: at(entries), refused: at(refused), left: at(left) };
  const told = row.entry
    ? toldEntry(row.entry.id)
    : row.refused
      ? toldRefused(row.refused.user)
      : row.left?.file
        ? toldLeft(row.left)
        : null;
  return { ...row, told };
}

/**
 * So many steps of a page, those with something to tell first: each has its row from the start, and what is signed later
 * moves nothing.
 */
function rowsFrom(scene: LogScene, first: number, length: number): readonly Row[] {
  const rows = Array.from({ length }, (_, index) => rowAt(scene, first + index));
  return [...rows.filter(({ told }) => told !== null), ...rows.filter(({ told }) => told === null)];
}

function RowName({ row: { entry, refused, left } }: { readonly row: Row }) {
  const t = useWords();
  if (refused && !entry) {
    return (
      <>
        <Badge who={refused.user} />
        <b className="bad">✕ {t('worlds.refused')}</b>
      </>
    );
  }
  const file = entry?.file ?? left?.file;
  if (!file) return null;
  return (
    <>
      <Badge who={entry?.id ?? left?.user ?? ''} />
      <span>
        <Say text={opWord(entry?.kind ?? 'fetch')} /> <code>{file}</code>
      </span>
    </>
  );
}

/** On a phone: newest on top, each with what it covers in words; a row a step of the page, as in the tree. */
function Listed({
  scene,
  first,
  now,
}: {
  readonly scene: LogScene;
  readonly first: number;
  readonly now: number;
}) {
  const t = useWords();
  const page = firstTrack(first);
  const rows = [...rowsFrom(scene, page, TRACK_ROWS)].reverse();
  return (
    <div className="sundr-view">
      <ol className="log-list" aria-label={t('log.title')} data-page={page}>
        {rows.map((row) => {
          const { slot, entry, refused, left, told } = row;
          if (told === null) return <li key={slot} aria-hidden="true" />;
          const from = entry
            ? [...new Set(scene.left.flatMap(({ user, out }) => (out.includes(slot) ? [user] : [])))]
            : [];
          return (
            <li key={slot} data-told={told} data-when={slot === now ? 'now' : undefined}>
              <span className="entry-number">{slot}</span>
              <RowName row={row} />
              <code className="log-signature">{entry?.signature.slice(0, 8)}</code>
              {entry ? <span className="entry-note">{t('log.covers', { covers: entry.covers })}</span> : null}
              {from.length > 0 ? (
                <span className="entry-note">{t('log.outFor', { users: listed(from) })}</span>
              ) : null}
              {!entry && left && left.out.length > 0 ? (
                <span className="entry-note" data-told={refused ? toldLeft(left) : undefined}>
                  {t('log.outOf', { ids: left.ids })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Heads scene={scene} refused={scene.refused} selected={null} />
    </div>
  );
}
