// Parts of an experiment's page that stand at another place on a phone: where it fills, how far it is, and the way on.

import { text } from '../../base/text.ts';
import type { Findings } from '../../contract/system.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { Fill } from '../fill/fill.tsx';
import { Say } from '../say.tsx';

export function Where({
  found,
  now,
  phone,
}: {
  readonly found: Findings;
  readonly now: string;
  readonly phone: boolean;
}) {
  if (found.fill.boxes.length === 0) return null;
  return (
    <section className="experiment-where" data-part="where">
      <div className="where-head">
        <h2>
          <Say text={text('measure.where')} />
        </h2>
        <p>
          <Say text={found.fill.of} />,{' '}
          <b>
            <Say text={text('measure.nowShort', { what: now })} />
          </b>
        </p>
      </div>
      <Fill fill={found.fill} phone={phone} />
    </section>
  );
}

/** How far it is, or by which seed it was measured: one line, whatever it says. */
export function Doing({ findings: found, seed, progress, failure, measure, stop }: ExperimentProps) {
  return (
    <div className="experiment-doing" data-part="doing">
      {failure ? (
        <p role="alert">
          <Say text={failure} />
        </p>
      ) : (
        <p className="small" role="status">
          {progress === null ? (
            <Say text={text('measure.done', { seed })} />
          ) : (
            <Say text={text('measure.running', { percent: Math.round(progress * 100) })} />
          )}
        </p>
      )}
      {progress === null ? (
        <button type="button" className="button" onClick={() => measure(found ? 'another' : 'same')}>
          <Say text={text(found ? 'measure.seed' : 'measure.run')} />
        </button>
      ) : (
        <button type="button" className="button" onClick={stop}>
          <Say text={text('panel.stop')} />
        </button>
      )}
    </div>
  );
}

export function Next({ next }: Pick<ExperimentProps, 'next'>) {
  return next ? (
    <a className="button experiment-next" href={next.href} data-part="next">
      <span>
        <Say text={text('measure.next')} /> <Say text={text(`${next.scenario}.title`)} />
      </span>
    </a>
  ) : null;
}
