// A scenario's experiment as its page: it runs when it is shown and again under other settings, so that what is seen is
// always about the settings at hand. The learner's run, its small one, is not touched.

import { Suspense, useEffect, useRef, useState } from 'react';
import { text } from '../../base/text.ts';
import type { Findings, Params } from '../../contract/system.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { useMedia, useWidth } from '../../widgets/use-size.ts';
import { settingsKey, useWork } from '../panels/use-work.ts';
import { PHONE } from '../phone.ts';
import { scenarioHash } from '../route.ts';
import { choose, goTo, order } from '../run.ts';
import { anotherSeed, setAll } from '../settings.ts';
import { page, set, usePage } from '../store.ts';
import { shownExperiment, showView, stepsView, useSystemView } from '../views.ts';

/** Drawn where the view that is shown is an experiment. */
export function Experiment() {
  const kind = usePage(shownExperiment);
  const work = useExperiment(kind);
  if (kind === null) return null;
  return (
    <Suspense fallback={null}>
      <Arrived kind={kind} work={work} />
    </Suspense>
  );
}

/** The small run in place of the experiment; the focus goes with it. */
function openSteps(): void {
  showView(stepsView(page()));
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.next-step')?.focus());
}

const lowest: ExperimentProps['lowest'] = async (request, way) =>
  (await order.rim.session()).api.lowest(request, way);

type Work = Pick<ExperimentProps, 'seed' | 'findings' | 'progress' | 'failure' | 'measure' | 'stop'>;

function Arrived({ kind, work }: { readonly kind: string; readonly work: Work }) {
  const root = useRef<HTMLElement>(null);
  const width = useWidth(root);
  const phone = useMedia(PHONE);
  const system = usePage((state) => state.frame?.system ?? '');
  const view = useSystemView(system, kind);
  const frame = usePage((state) => state.frame);
  const track = usePage((state) => state.track);
  const head = usePage((state) => state.head);
  const hot = usePage((state) => state.hot);
  if (view.stand !== 'experiment' || !frame || !track || !head) return null;
  const { Draw } = view;
  const { next } = head.scenario;
  return (
    <section ref={root} className="experiment">
      {width > 0 ? (
        <Draw
          {...work}
          head={head}
          cursor={frame.cursor}
          track={track}
          choices={[]}
          hot={hot}
          seenBy={null}
          size={{ width, phone }}
          params={frame.params}
          next={next ? { scenario: next, href: scenarioHash(system, next) } : null}
          goTo={(step) => void goTo(step)}
          choose={(key) => void choose(key)}
          setHot={(one) => set({ hot: one })}
          set={(changes: Params) => setAll(changes)}
          steps={openSteps}
          lowest={lowest}
          cores={navigator.hardwareConcurrency || 2}
        />
      ) : null}
    </section>
  );
}

interface Measured {
  readonly findings: Findings | null;
}

/** Timed work waits until it is asked for. */
function useExperiment(kind: string | null): Work {
  const frame = usePage((state) => state.frame);
  const timed = usePage(({ scenario }) => (kind !== null && scenario?.timed?.includes(kind)) ?? false);
  const work = useWork<Measured>();
  /** What was found last stays until something else is found, also where that was stopped. */
  const [last, setLast] = useState<Findings | null>(null);
  const key = frame ? settingsKey(frame) : '';
  /** The settings that were asked about last: what was found is not about others, from the moment that they are there. */
  const [asked, setAsked] = useState<string | null>(null);
  const measure = (): void => {
    if (!frame) return;
    setAsked(key);
    const { system, scenario, params, seed } = frame;
    work.ask(async (way) => {
      const { api } = await order.rim.session();
      const about = { system, scenario, params, seed };
      const found = timed ? api.timed(about, kind ?? '', way) : api.experiment(about, way);
      return { findings: await found };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other settings measure again by themselves
  useEffect(() => {
    if (!timed) measure();
  }, [key]);
  const { value, running, failure, done } = work;
  const found = value?.findings ?? last;
  if (found !== last) setLast(found);
  return {
    seed: frame?.seed ?? 1,
    findings: found,
    progress: running || (!timed && asked !== key) ? (done.share ?? 0) : null,
    failure: failure ?? (value && value.findings === null ? text('measure.none') : null),
    measure: (which) => (which === 'same' ? measure() : void anotherSeed()),
    stop: work.stop,
  };
}
