// A session that sleeps as long as nothing is asked of it but what was played when the page was built: a scenario at its
// start, and what its experiment finds there. So a first visit is drawn without a worker and without a system; both come
// at the first sign of somebody there, or with the first question that only they can answer. Nobody who asks sees a
// difference: the answers are those that the session itself would give (cli/played.test.ts).

import type { About, Intent, SessionApi, Update, Window } from './api.ts';
import type { PlayedStart } from './played.ts';

export interface AsleepDeps {
  /** The session itself, started when first called for. */
  readonly start: () => Promise<SessionApi>;
  /** The start of a scenario under its own settings; null where none was played. */
  readonly played: (system: string, scenario: string) => Promise<PlayedStart | null>;
  /** Calls back at the first sign of somebody there. */
  readonly atFirstSign: (wake: () => void) => void;
}

interface Shown {
  readonly start: PlayedStart;
  readonly run: string;
  readonly intent: Intent;
  readonly window: Window;
}

const METHODS = [
  'save',
  'track',
  'summary',
  'link',
  'tell',
  'explore',
  'compare',
  'why',
  'timed',
  'lowest',
  'give',
  'import',
] as const;

export function asleep({ start, played, atFirstSign }: AsleepDeps): SessionApi {
  let session: Promise<SessionApi> | null = null;
  /** What the page was shown, and the session does not know of yet. */
  let shown: Shown | null = null;
  /** The open that is on its way. */
  let opening: Promise<unknown> = Promise.resolve();

  const wake = (): Promise<SessionApi> => {
    session ??= begin();
    session.catch(() => {
      session = null;
    });
    return session;
  };
  async function begin(): Promise<SessionApi> {
    const before = opening;
    const api = await start();
    await before;
    if (shown) await api.act(shown.run, shown.intent, shown.window);
    shown = null;
    return api;
  }

  async function open(run: string, intent: Intent, window: Window): Promise<Update | null> {
    if (session || intent.kind !== 'open' || !('scenario' in intent.from) || !isPlain(window)) return null;
    const { system, scenario, params = {}, seed } = intent.from;
    if (intent.moves?.length || seed !== undefined || Object.keys(params).length > 0) return null;
    const found = await played(system, scenario).catch(() => null);
    if (!found) return null;
    shown = { start: found, run, intent, window };
    atFirstSign(() => void wake().catch(() => undefined));
    return { ...found.update, run };
  }

  const act: SessionApi['act'] = async (run, intent, window, way) => {
    if (intent.kind === 'open' && !session) {
      shown = null;
      const mine = open(run, intent, window);
      opening = mine;
      const update = await mine;
      if (update) return update;
    } else await opening;
    if (intent.kind === 'show' && shown?.run === run && !session && isPlain(window)) {
      shown = { ...shown, window };
      const { frame, link, warning } = shown.start.update;
      return { run, frame, link, warning };
    }
    return (await wake()).act(run, intent, window, way);
  };

  const others = METHODS.map((method) => [
    method,
    async (...args: unknown[]) => {
      await opening;
      const call = (await wake())[method] as (...all: unknown[]) => Promise<unknown>;
      return call(...args);
    },
  ]);
  return {
    ...(Object.fromEntries(others) as Pick<SessionApi, (typeof METHODS)[number]>),
    act,
    async experiment(about, way) {
      await opening;
      if (shown && isAbout(shown, about)) return shown.start.findings;
      return (await wake()).experiment(about, way);
    },
  };
}

/** The run that is shown, by its id or by its settings. */
function isAbout({ run, start: { update } }: Shown, about: About): boolean {
  if ('run' in about) return about.run === run;
  const { system, scenario, params, seed } = update.frame;
  const isSame = about.system === system && about.scenario === scenario && (about.seed ?? seed) === seed;
  return isSame && Object.entries(about.params ?? {}).every(([name, value]) => params[name] === value);
}

/** What was played is for everybody: no bounds on the steps, nobody's eyes, nothing asked beside. */
const isPlain = ({ from, to, blocked, seenBy, path }: Window): boolean =>
  (from ?? null) === null && (to ?? null) === null && !blocked && (seenBy ?? null) === null && !path;
