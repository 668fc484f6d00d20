// On a phone: where it fills, settings, the paper, and the other plots, one at a time.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { text } from '../../base/text.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { Say } from '../say.tsx';
import { TabRow, tabId } from '../tab-row.tsx';
import { Paper } from './paper.tsx';
import { Next, Where } from './parts.tsx';
import type { Shown } from './plots.tsx';
import { PlotTabs, ShownPlot } from './plots.tsx';
import { Sliders } from './settings.tsx';
import { SmallRunPart } from './small-run.tsx';
import type { Held } from './use-held.ts';

interface Props extends ExperimentProps {
  readonly held: Held;
  readonly now: string;
  readonly spoken: string;
  readonly shown: Shown;
  show(shown: Shown): void;
}

const TABS = ['where', 'settings', 'paper', 'plots'] as const;
type Tab = (typeof TABS)[number];
/** Nothing fills there: its settings come first. */
const UNFILLED = TABS.filter((tab) => tab !== 'where');

export function PhoneParts(props: Props) {
  const { head, held, findings: found, now, shown, show, spoken, steps } = props;
  const tabs: readonly Tab[] = found?.fill.boxes.length === 0 ? UNFILLED : TABS;
  const [chosen, setTab] = useState<Tab>('where');
  const tab = tabs.includes(chosen) ? chosen : 'settings';
  // The first plot stands above already.
  const other: Shown = { ...shown, plot: Math.max(shown.table ? 0 : 1, shown.plot) };
  const parts: Readonly<Record<Tab, ReactNode>> = {
    where: found ? <Where found={found} now={now} phone /> : null,
    settings: <Sliders head={head} held={held} found={found} />,
    paper: (
      <>
        <Paper scenario={head.scenario} found={found} />
        <SmallRunPart small={found?.small} steps={steps} />
        <Next {...props} />
      </>
    ),
    plots:
      found && tab === 'plots' ? (
        <div className="panel" data-part="plots">
          <PlotTabs found={found} shown={other} show={show} />
          <OtherPlot found={found} shown={other} held={held} spoken={spoken} />
        </div>
      ) : null,
  };
  return (
    <div className="experiment-tabs">
      <TabRow
        name="part"
        part="tabs"
        tabs={tabs}
        open={tab}
        shows={(each) => `part-of-${each}`}
        say={(each) => <Say text={text(`measure.tab.${each}`)} />}
        onOpen={setTab}
      />
      {tabs.map((each) => (
        <div
          key={each}
          role="tabpanel"
          id={`part-of-${each}`}
          aria-labelledby={tabId('part', each)}
          hidden={tab !== each}
        >
          {parts[each]}
        </div>
      ))}
    </div>
  );
}

type OtherProps = Required<Pick<Props, 'shown' | 'held' | 'spoken'>> & {
  readonly found: NonNullable<ExperimentProps['findings']>;
};

const OtherPlot = ({ found, shown, held, spoken }: OtherProps) => (
  <div data-part="other plot">
    <ShownPlot found={found} shown={shown} held={held} spoken={spoken} height={216} />
  </div>
);
