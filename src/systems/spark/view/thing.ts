// One partition as State shows it: what is held where, which attempt made it and why, and its checksum.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Thing, ThingOf } from '../../../widgets/view.ts';
import type { CellFacts, DrawnCell, DrawnLine, LineageScene } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import type { isText } from './told.ts';
import type { placeOf } from './walk.ts';

/** What the view has for itself, so that this part brings nothing twice. */
interface Told {
  readonly placeOf: typeof placeOf;
  readonly isText: typeof isText;
}

export const thingsOf =
  ({ placeOf, isText }: Told): ThingOf<LineageScene> =>
  (scene, key): Thing | null => {
    const place = placeOf(scene, key);
    if (!place) return null;
    const line = scene.rows[place.row]?.lines[place.line];
    const cell = line?.cells[place.partition];
    if (!line || !cell) return null;
    return {
      name: text('thing.name', { name: line.name, p: place.partition }),
      rows: rowsOf(line, cell, isText(line.kind, cell)),
    };
  };

const row = (id: string, value: Text, was: Text | null = null) => ({
  id,
  label: text(`thing.${id}`),
  value,
  was,
});

function rowsOf({ line }: DrawnLine, cell: DrawnCell, said: Text): Thing['rows'] {
  const { facts } = cell;
  const place = row('line', text('n', { n: line }));
  const is = row('is', said);
  if (!facts) return [is, place];
  const { worker, records, bytes } = facts;
  const [stage, attempt, task] = facts.task;
  return [
    is,
    row('by', text('thing.attempt', { worker: workerName(worker), task, stage, attempt })),
    row('why', whyOf(facts, cell)),
    ...(records === null ? [] : [row('records', text('n', { n: records }))]),
    ...(bytes === null ? [] : [row('bytes', text('thing.size', { n: bytes }))]),
    ...sumOf(facts, cell.again),
    place,
  ];
}

/** Why that attempt was made. */
function whyOf({ before, job, action }: CellFacts, { from }: DrawnCell): Text {
  if (before === 'none' || from < 0) return text('thing.job', { job, action });
  return text(`thing.before.${before}`, { from: workerName(from) });
}

/** Of what was lost, and of what was made in its place. */
function sumOf({ first, now }: CellFacts, again: boolean): Thing['rows'] {
  const one = now ?? first;
  if (one === null) return [];
  if (!again || first === null || now === null) return [row('sum', text('mono', { value: one }))];
  return [row('sums', text(first === now ? 'thing.same' : 'thing.other', { first, now }))];
}
