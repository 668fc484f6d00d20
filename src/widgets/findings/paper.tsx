// What the paper says, the lesson over all settings, and where to read it.

import { text } from '../../base/text.ts';
import type { Findings, Scenario } from '../../contract/system.ts';
import { Say, usePlain } from '../say.tsx';

interface Props {
  readonly scenario: Scenario;
  readonly found: Findings | null;
}

export function Paper({ scenario, found }: Props) {
  const plain = usePlain();
  const lecture = Number.parseInt(scenario.source, 10) >= 16;
  const source = text(lecture ? 'system.lecture' : 'system.source', { section: scenario.source });
  return (
    <section className="experiment-paper" data-part="paper">
      <h2>
        <Say text={text(lecture ? 'measure.lecture' : 'measure.paper')} />
      </h2>
      <p>
        <Say text={text(`${scenario.id}.paper`)} />
      </p>
      <p className="small">
        {lecture ? (
          <Say text={source} />
        ) : (
          <a href={plain(text('system.url'))} target="_blank" rel="noopener noreferrer">
            <Say text={source} />
          </a>
        )}
      </p>
      {found ? (
        <details>
          <summary>
            <Say text={text('measure.all')} />
          </summary>
          <p data-told="answer">
            <Say text={found.answer} />
          </p>
        </details>
      ) : null}
    </section>
  );
}
