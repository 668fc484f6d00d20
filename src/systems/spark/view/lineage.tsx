// Program, lineage and workers beside one another: the lines that made an RDD, the partitions that there are of it, and
// who works at them. The lamp joins the three: lit lines made what this step's task computed.

import type { CSSProperties } from 'react';
import { useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { partOfView } from '../../../widgets/part.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { useMedia } from '../../../widgets/use-size.ts';
import type { View } from '../../../widgets/view.ts';
import type { LineageScene } from '../lineage/scene.ts';
import type { Over } from './cells.tsx';
import { CODE_LINE, CODE_LINE_TIGHT, Code } from './code.tsx';
import { PAGE, SHORT_PAGE } from './folds.ts';
import { Grid, gridOf, useOpened } from './grid.tsx';
import { LineageLanes } from './lanes.tsx';
import { nearIn, nowIn, programIn, useWidest } from './now.ts';
import { Storage } from './storage.tsx';
import { isText, outlineOf, stagesShort } from './told.ts';
import { placeOf } from './walk.ts';
import './lineage.css';

type Props = ViewProps<LineageScene>;

export const lineage: View<Props, LineageScene> & { readonly stand: 'moment' } = {
  kind: 'lineage',
  stand: 'moment',
  Draw,
  outline: outlineOf,
  things: {
    words: ['partition'],
    load: () => import('./thing.ts').then((m) => m.thingsOf({ placeOf, isText })),
  },
  beneath: [
    { id: 'workers', name: 'lineage.tab.workers', Draw: Storage },
    { id: 'code', name: 'lineage.tab.code', Draw: (props) => <PhoneCode {...props} /> },
  ],
};

/** What the lamp's frame takes on both sides. */
const FRAME = 32;
/** The program: as wide as its longest line, within these; beside its numbers. */
const LEAST_CODE = 290;
const MOST_CODE = 404;
const CODE_NUMBERS = 28;
/** Of a letter of the program, which is Latin: as wide as all others, in both languages. */
const LETTER = 0.603 * 12.5;
const JOIN = 26;
const BESIDE = 820;
const MOST_NAME = 108;

const Phone = partOfView(() => import('./phone.tsx').then((m) => m.Phone));
const PhoneCode = partOfView(() => import('./phone.tsx').then((m) => m.PhoneCode));

function Draw(props: Props) {
  return props.size.phone ? <Phone {...props} /> : <Wide {...props} />;
}

function Wide(props: Props) {
  const { size, head } = props;
  const shown = useOpened(props.scene);
  const { scene } = shown;
  const plain = usePlain();
  const widest = useWidest();
  const [over, setOver] = useState<Over | null>(null);
  const program = programIn(head.still);
  const longest = Math.max(0, ...program.map(({ length }) => length));
  const wanted = CODE_NUMBERS + Math.ceil(longest * LETTER);
  const codeWidth = Math.max(LEAST_CODE, Math.min(MOST_CODE, wanted));
  const beside = size.width >= BESIDE;
  const low = useMedia('(max-height: 1040px)');
  const tight = useMedia('(max-height: 960px)');
  const line = tight ? CODE_LINE_TIGHT : CODE_LINE;
  const inner = size.width - FRAME;
  const names = widest(
    scene.rows.flatMap(({ lines }) => lines.map(({ name }) => name)),
    56,
    MOST_NAME,
  );
  // The longest that is said of an attempt, whatever comes: its column keeps its width.
  const reads = scene.rows.some((row) => row.reads.length > 0);
  const attempts = widest(
    [...(reads ? ['unneeded', 'failed'] : []), 'again', 'done'].map((key) =>
      plain(text(`attempt.${key}`, { stage: 88, attempt: 8, done: 8, of: 8 })),
    ),
    80,
    200,
  );
  const grid = gridOf(shown, nearIn(props), beside ? inner - codeWidth - JOIN : inner, {
    stage: widest(scene.rows.map(stagesShort), 18, 90) + (shown.unfolds.size > 0 ? 34 : 22),
    name: names + 10,
    attempts: attempts + 12,
    low,
    tight,
    page: tight || !beside ? SHORT_PAGE : PAGE,
  });
  const { room } = grid;
  // Under the shorter of the two.
  const storage = beside && program.length * line > room.height ? 'graph' : 'code';
  const heights = [program.length * line, room.height];
  // So much leaves the lanes in sight.
  const most = Math.max(Math.max(...heights) + line, useMedia('(max-height: 880px)') ? 0 : 270);
  const fits = Math.min(...heights) + storageHeight(scene) <= most;
  const isFolded = beside && tight && !fits;
  const held = isFolded ? null : <Storage scene={scene} />;
  const now = nowIn(props);
  const lit = over?.row ?? now?.row ?? null;
  const code = scene.rows[lit ?? -1]?.code ?? [];
  const place = lit === null ? undefined : room.rows[lit];
  const side = (
    <div className="lineage-side">
      <Code program={program} lit={code} over={over !== null} />
      {storage === 'code' ? held : null}
    </div>
  );
  return (
    <div
      className="lineage"
      data-beside={beside || undefined}
      style={{ '--code': `${codeWidth}px` } as CSSProperties}
    >
      <div className="lineage-both">
        {beside ? (
          <>
            {side}
            <Join
              code={code}
              to={place ? place.top + place.height / 2 : null}
              lines={program.length}
              line={line}
            />
          </>
        ) : null}
        <div className="lineage-side">
          <Grid {...props} {...grid} now={now} phone={false} over={over} onOver={setOver} />
          {storage === 'graph' ? held : null}
        </div>
      </div>
      <LineageLanes {...props} over={over} />
      {beside && !isFolded ? null : (
        <details className="lineage-more" open={!low}>
          <summary data-part="more">
            <Say text={text(beside ? 'lineage.held' : 'lineage.more')} />
          </summary>
          {beside ? <Storage scene={scene} /> : side}
        </details>
      )}
    </div>
  );
}

/** Of the table in a low window, with the air above it. */
const storageHeight = ({ workers, stored }: LineageScene): number =>
  12 + 20 * (workers.length + (stored === null ? 1 : 2));

/** A thread from the lit lines of the program to the row that they made. */
function Join({
  code,
  to,
  lines,
  line,
}: {
  readonly code: readonly number[];
  readonly to: number | null;
  readonly lines: number;
  /** The height of one. */
  readonly line: number;
}) {
  const yOf = (nth: number): number => (nth - 0.5) * line;
  const [first, last] = [code[0], code.at(-1)];
  const height = Math.max(lines * line, to ?? 0) + 4;
  return (
    <svg className="lineage-join" width={JOIN} height={height} aria-hidden="true" data-part="thread lamp">
      {first === undefined || last === undefined || to === null ? null : (
        <path
          d={`${code.map((line) => `M0 ${yOf(line)} H12`).join(' ')} M12 ${Math.min(yOf(first), to)} V${Math.max(yOf(last), to)} M12 ${to} H${JOIN}`}
        />
      )}
    </svg>
  );
}
