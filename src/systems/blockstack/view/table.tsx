// Tables of the moment: the miner's, two nodes' hashes, Zooko's triangle. On a phone a wide row is a card.

import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { Table, TableScene } from '../table-scene.ts';
import './table.css';

type TableView = View<ViewProps<TableScene>, TableScene> & { readonly stand: 'moment' };

export const tableView = (kind: string): TableView => ({
  kind,
  stand: 'moment',
  Draw,
  outline: ({ tables }): readonly Told[] =>
    tables.flatMap(({ rows }) => rows.map(({ key, told }) => ({ key, text: told }))),
});

function Draw({ scene, size }: ViewProps<TableScene>) {
  return (
    <div className="name-tables" data-phone={size.phone || undefined} aria-hidden="true">
      <Tables tables={scene.tables} phone={size.phone} />
    </div>
  );
}

export function Tables({ tables, phone }: { readonly tables: readonly Table[]; readonly phone: boolean }) {
  const plain = usePlain();
  return (
    <>
      {tables.map(({ id, title, head, rows, cards }) => (
        <section key={id} className="name-table" data-cards={(cards && phone) || undefined}>
          <p className="name-table-title" data-part="title">
            <Say text={title} />
          </p>
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
              {rows.map(({ key, cells }) => (
                <tr key={key} data-told={key}>
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
        </section>
      ))}
    </>
  );
}
