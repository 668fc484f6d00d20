// What one more operation costs, by protocol and by how long the log is already, timed on the reader's machine.

import { text } from '../../../base/text.ts';
import type { Findings } from '../../../contract/system.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { Glossed } from '../../../widgets/glossed.tsx';
import { Say } from '../../../widgets/say.tsx';
import { TimedWork, toldOfTimed } from '../../../widgets/timed-work.tsx';
import type { View } from '../../../widgets/view.ts';

export const oneMore: View<ExperimentProps, Findings> = {
  kind: 'one-more',
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
            <Say text={text('oneMore.title')} />
          </h1>
          <p className="scenario-question">
            <Glossed text={text('oneMore.question')} />
          </p>
        </>
      }
      phone={props.size.phone}
      start={() => props.measure('same')}
    />
  );
}
