// The lineage on a phone: the same rows, workers in one line; who holds what, and the program, are tabs below.

import type { CSSProperties } from 'react';
import { useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say } from '../../../widgets/say.tsx';
import type { LineageScene } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import type { Over } from './cells.tsx';
import { Code } from './code.tsx';
import { SHORT_PAGE } from './folds.ts';
import { Grid, gridOf, useOpened } from './grid.tsx';
import { nearIn, nowIn, programIn, useWidest } from './now.ts';
import { toldWorker } from './told.ts';

type Props = ViewProps<LineageScene>;

export function Phone(props: Props) {
  const { size } = props;
  const shown = useOpened(props.scene);
  const { scene } = shown;
  const widest = useWidest();
  const [over, setOver] = useState<Over | null>(null);
  const names = widest(
    scene.rows.flatMap(({ lines }) => lines.map(({ name }) => name)),
    48,
    92,
  );
  const grid = gridOf(shown, nearIn(props), size.width, {
    stage: 16 + 8 * Math.max(...scene.rows.map(({ stages }) => String(stages.at(-1)).length), 1),
    name: names + 6,
    attempts: 0,
    page: SHORT_PAGE,
  });
  return (
    <div className="lineage phone">
      <Grid {...props} {...grid} now={nowIn(props)} phone over={over} onOver={setOver} />
      <ul
        className="lineage-workers"
        style={{ '--workers': Math.min(3, scene.workers.length) } as CSSProperties}
      >
        {scene.workers.map(({ alive, task }, w) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is a worker's
            key={w}
            data-told={toldWorker(w)}
            data-dead={!alive || undefined}
            data-runs={task !== '' || undefined}
          >
            <b>
              <Say text={workerName(w)} />
            </b>{' '}
            <Say
              text={
                alive
                  ? task === ''
                    ? text('tell.worker.free')
                    : text('chip.runs', { task })
                  : text('chip.dead')
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** On a phone a tab below the picture. */
export function PhoneCode(props: Pick<Props, 'scene' | 'head' | 'track' | 'cursor'>) {
  const { scene, head } = props;
  return (
    <Code
      program={programIn(head.still)}
      lit={scene.rows[nowIn(props)?.row ?? -1]?.code ?? []}
      over={false}
    />
  );
}
