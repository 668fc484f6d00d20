// The signed log: a row an entry, and in it a dot for everything that its signature covers. Whoever leaves one of them out
// breaks every signature below it.

import { text } from '../../../base/text.ts';
import type { Hot, ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { Say } from '../../../widgets/say.tsx';
import type { SeenRow } from '../../../widgets/seen-rows.tsx';
import { SeenRows } from '../../../widgets/seen-rows.tsx';
import type { Told, View } from '../../../widgets/view.ts';
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
  if (size.phone) return <Listed scene={scene} now={cursor.step} />;
  // A row for every step of the page, from the start: what is signed later moves nothing.
  const rows = Array.from({ length: axis.columns }, (_, index): SeenRow => {
    const slot = first + index;
    const at = scene.entries.findIndex((entry) => entry.slot === slot);
    const entry = scene.entries[at];
    const refused = scene.refused.find((one) => one.slot === slot);
    const own = scene.covers[at]?.at(-1);
    const left = scene.left.find((one) => one.slot === slot);
    const unsigned = !entry && !refused && left?.file ? left : null;
    return {
      id: entry?.id ?? `step ${slot}`,
      told: entry
        ? toldEntry(entry.id)
        : refused
          ? toldRefused(refused.user)
          : unsigned
            ? toldLeft(unsigned)
            : null,
      name: entry ? (
        <>
          <Badge who={entry.id} />
          <span>
            <Say text={opWord(entry.kind)} /> <code>{entry.file}</code>
          </span>
        </>
      ) : refused ? (
        <>
          <Badge who={refused.user} />
          <b className="bad">✕ {t('worlds.refused')}</b>
        </>
      ) : unsigned ? (
        <>
          <Badge who={unsigned.user} />
          <span>
            <Say text={opWord('fetch')} /> <code>{unsigned.file}</code>
          </span>
        </>
      ) : null,
      dots: (scene.covers[at] ?? []).map((covered) => ({
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

/** On a phone: newest on top, each with what it covers in words. */
function Listed({ scene, now }: { readonly scene: LogScene; readonly now: number }) {
  const t = useWords();
  return (
    <div className="sundr-view">
      <Heads scene={scene} refused={scene.refused} selected={null} />
      <ol className="log-list" aria-label={t('log.title')}>
        {[...scene.entries].reverse().map((entry) => {
          const from = [
            ...new Set(scene.left.flatMap(({ user, out }) => (out.includes(entry.slot) ? [user] : []))),
          ];
          return (
            <li
              key={entry.id}
              data-told={toldEntry(entry.id)}
              data-when={entry.slot === now ? 'now' : undefined}
            >
              <span className="entry-number">{entry.slot}</span>
              <Badge who={entry.id} />
              <span className="entry-words">
                <span>
                  <Say text={opWord(entry.kind)} /> <code>{entry.file}</code>
                </span>
                <span className="entry-note">{t('log.covers', { covers: entry.covers })}</span>
                {from.length > 0 ? (
                  <span className="entry-note">{t('log.outFor', { users: listed(from) })}</span>
                ) : null}
              </span>
              <code className="log-signature">{entry.signature.slice(0, 8)}</code>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
