// What a round of PageRank shuffles and takes, by how its links are handled, measured on the reader's machine; and the ranks.

import { text } from '../../../base/text.ts';
import type { Findings } from '../../../contract/system.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { Glossed } from '../../../widgets/glossed.tsx';
import { Say } from '../../../widgets/say.tsx';
import { TimedWork, toldOfTimed } from '../../../widgets/timed-work.tsx';
import type { View } from '../../../widgets/view.ts';

export const rounds: View<ExperimentProps, Findings> = {
  kind: 'rounds',
  stand: 'experiment',
  Draw,
  outline: toldOfTimed,
};

function Draw(props: ExperimentProps) {
  return (
    <TimedWork
      {...props}
      heading={
        <>
          <h1>
            <Say text={text('rounds.title')} />
          </h1>
          <p className="scenario-question">
            <Glossed text={text('rounds.question')} />
          </p>
        </>
      }
      phone={props.size.phone}
      start={() => props.measure('same')}
    />
  );
}
