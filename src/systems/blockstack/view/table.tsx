// Tables of the moment: the miner's, two nodes' hashes, Zooko's triangle. On a phone a wide row is a card.

import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { Table, TableRow, TableScene } from '../table-scene.ts';
import './table.css';

type TableView = View<ViewProps<TableScene>, TableScene> & { readonly stand: 'moment' };

export const tableView = (kind: string): TableView => ({
  kind,
  stand: 'moment',
  Draw,
  outline: ({ tables }): readonly Told[] =>
    tables.flatMap(({ rows }) => rows.map(({ key, told }) => ({ key, text: told }))),
});

function Draw(props: ViewProps<TableScene>) {
  return (
    <div className="name-tables" data-phone={props.size.phone || undefined} aria-hidden="true">
      <Tables {...props} />
    </div>
  );
}

/** Narrower than this two halves do not fit beside each other. */
const TWO_HALVES = 800;

export function Tables({ scene, size, track, cursor }: ViewProps<TableScene>) {
  const now = track.steps.find(({ step }) => step === cursor.step)?.key;
  return (
    <>
      {scene.tables.map((table) => (
        <section
          key={table.id}
          className="name-table"
          data-table={table.id}
          data-cards={(table.cards && size.phone) || undefined}
        >
          <p className="name-table-title" data-part="title">
            <Say text={table.title} />
          </p>
          <div className="name-table-parts">
            {partsOf(table, size.width).map((rows) => (
              <Rows key={rows[0]?.key} head={table.head} rows={rows} now={now} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function partsOf({ rows, halves }: Table, width: number): readonly (readonly TableRow[])[] {
  const half = Math.ceil(rows.length / 2);
  return halves && width >= TWO_HALVES ? [rows.slice(0, half), rows.slice(half)] : [rows];
}

function Rows({ head, rows, now }: Pick<Table, 'head' | 'rows'> & { readonly now: string | undefined }) {
  const plain = usePlain();
  return (
    <table>
      <thead data-part="head">
        <tr>
          {head.map((one) => (
            <th key={one.key} scope="col">
              <Say text={one} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, by }) => (
          <tr key={key} data-told={key} data-now={(now !== undefined && by?.includes(now)) || undefined}>
            {cells.map((cell, at) => (
              <td
                key={head[at]?.key}
                className={cell.mono ? 'mono' : undefined}
                data-tone={cell.tone}
                data-label={plain(head[at] ?? cell.text)}
              >
                {cell.tone ? <b>{cell.tone === 'good' ? '✓ ' : '✕ '}</b> : null}
                <Say text={cell.text} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
