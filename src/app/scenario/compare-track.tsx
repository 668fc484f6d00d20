// One of two compared runs, on the columns that both share.

import type { Words } from '../../base/words.ts';
import type { CompareOutcome, CompareSide } from '../../session/api.ts';
import type { Side } from '../../widgets/difference.ts';
import { neverDiffering, trackOn } from '../../widgets/difference.ts';
import { usePlain } from '../../widgets/say.tsx';
import type { StripRow } from '../../widgets/verdict-strip.tsx';
import { set, usePage } from '../store.ts';
import type { T } from '../words.ts';
import { useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';
import { lanesScene } from './lanes-view.tsx';
import { mergeActors } from './merge-actors.ts';
import { PropertyNote } from './property-note.tsx';
import { Staged } from './staged.tsx';
import { useTimeWords } from './time-words.tsx';
import { trackWindow } from './track-window.ts';
import { useHow } from './use-how.ts';
import { wordOf } from './verdict-word.ts';

/** Nothing is chosen where two runs are compared. */
const nothing = (): void => undefined;

interface Props {
  readonly drawn: Drawn;
  readonly side: Side;
  /** Without a ruler: the run below has it. */
  readonly bare: boolean;
}

export function CompareTrack({ drawn, side: which, bare }: Props) {
  const t = useT();
  const plain = usePlain();
  const words = useTimeWords();
  const table = usePage((state) => state.words);
  const hot = usePage((state) => state.hot);
  const how = useHow(drawn);
  const head = usePage((state) => state.head);
  const { outcome, columns, at, first, most, width, phone, differs, goTo } = drawn;
  const side = outcome[which];
  if (!head) return null;
  const tracks = { a: outcome.a.track, b: outcome.b.track };
  const own = { ...head, actors: side.actors, still: side.still };
  const shown = (one: Side) => {
    const all = trackOn(columns, one, tracks);
    return { ...trackWindow(all, first, most), from: first - 1 };
  };
  const track = shown(which) as CompareSide['track'];
  const inPlay = [...shown('a').steps, ...shown('b').steps].sort((one, other) => one.step - other.step);
  const step = columns[at - 1]?.at(-1)?.[which] ?? null;
  // Where this side has no step, it stands as after its last.
  const stands = columns
    .slice(0, at)
    .flat()
    .findLast((pair) => pair[which])?.[which]?.step;
  const actors = mergeActors(side.actors, outcome.a.actors, outcome.b.actors);
  const chips = { a: outcome.a.track.chips, b: outcome.b.track.chips };
  const ids = actors.map(({ id }) => id);
  const lanes = {
    ...lanesScene({ head: own, track, glide: true }),
    actors,
    inPlay,
    tight: true,
    fold: neverDiffering(ids, columns.flat(), chips),
    differs: new Map(
      columns.flatMap(([pair], index) =>
        pair?.difference ? [[index + 1, how(pair.difference)] as const] : [],
      ),
    ),
  };
  const sentence = step ? plain(step.sentence) : t('step.atStart');
  return (
    <Staged
      shared
      scenes={side.scenes?.[(stands ?? 0) - side.track.from] ?? []}
      given={{
        head: own,
        cursor: { try: 0, step: at },
        track,
        choices: [],
        panels: [],
        hot,
        seenBy: null,
        size: { width, phone },
        goTo,
        choose: nothing,
        setHot: (one) => set({ hot: one }),
      }}
      lanes={lanes}
      axis={{
        track,
        first,
        columns: most,
        width,
        long: head.scenario.headings === 'long',
        now: at,
        length: columns.length,
        choices: [],
        rows: rowsOf(side, outcome, table, t),
        rowsQuiet: false,
        glide: true,
        words: {
          ...words,
          value: (now, length) => t('step.value', { step: now, length, sentence }),
        },
        hot: null,
        differs,
        bare,
        onHot: nothing,
        onGo: goTo,
        onChoose: nothing,
      }}
    />
  );
}

/** The promises that come out differently, or are broken; where none is, the first. The table of the end has all. */
function rowsOf(side: CompareSide, { a, b }: CompareOutcome, words: Words, t: T): readonly StripRow[] {
  const applies = (one: CompareSide, name: string): boolean =>
    one.promises.some((promise) => promise.name === name && promise.reason === null);
  const rows = side.promises.map(({ name, reason }, index) => ({
    name,
    label: <PropertyNote name={name} />,
    index,
    word: wordOf({ reason }, words, t),
    applies: applies(a, name) || applies(b, name),
    folded: false,
    turned: null,
  }));
  const applying = rows.filter((row) => row.applies);
  const tells = ({ name }: StripRow): boolean => {
    const [one, other] = [a.properties[name], b.properties[name]];
    return (
      one === 'violated' || other === 'violated' || (one !== other && applies(a, name) && applies(b, name))
    );
  };
  const telling = applying.filter(tells);
  return telling.length > 0 ? telling : applying.slice(0, 1);
}
