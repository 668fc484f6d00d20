// What the page knows, in one place. Only actions (run.ts, open.ts, settings.ts) write it; components read it by
// selectors that return primitives or the references kept here.

import { create } from 'zustand';
import type { Text } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import type { Outcome, Params, Scenario, Switch } from '../contract/system.ts';
import type { FileName } from '../contract/wanted-file.ts';
import type { CompareOutcome } from '../session/api.ts';
import type { Frame, Overview, RunHead, Track } from '../session/frame.ts';
import type { Hot } from '../session/view-props.ts';
import type { Language } from './language.ts';
import type { Tab } from './phone.ts';
import type { Route } from './route.ts';
import type { Theme } from './theme.ts';

/** Something the page could not do: what, where, and what to do about it. */
export interface Failure {
  readonly what: Text;
  readonly where: string | null;
  readonly todo: Text;
  /** Each of several things that are wrong. */
  readonly list?: readonly Text[];
  /** The file without which it does not open. */
  readonly wanted?: FileName;
}

export interface Notice {
  readonly text: Text;
  /** What it speaks of, one by one. */
  readonly list?: readonly Text[];
  readonly action: { readonly label: Text; readonly run: () => void } | null;
  /** Stays until it is dismissed; others go with the next move. */
  readonly stays: boolean;
}

export type Dialog = 'share' | 'explore' | 'find' | 'keys' | 'switches';

/** A run under another setting, beside this one. */
export interface Comparing {
  readonly name: string;
  readonly value: string | number;
  readonly outcome: CompareOutcome | null;
  /** Which of the two runs' steps, taken together; more than there are is the last. */
  readonly step: number;
}

/** What has become useful in this run, and stays. */
export interface Shown {
  readonly choices: boolean;
  readonly rows: boolean;
  readonly tries: boolean;
}

/** What the page knows of the open run's system. */
export interface SystemHead {
  readonly id: string;
  readonly switches: readonly Switch[];
}

export interface PageState {
  readonly language: Language;
  readonly theme: Theme;
  readonly words: Words;
  readonly route: Route;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** From 0 to 1, while a long run is opened; null where it is not known. */
  readonly openedShare: number | null;
  readonly failure: Failure | null;
  readonly notice: Notice | null;
  readonly dialog: Dialog | null;

  readonly runId: string;
  readonly system: SystemHead | null;
  readonly scenario: Scenario | null;
  readonly head: RunHead | null;
  readonly frame: Frame | null;
  /** The settings as they will be when all that was asked for is there; null where nothing is on its way. */
  readonly asked: Params | null;
  /** How the run ended, at its last step. */
  readonly ended: Outcome | null;
  readonly track: Track | null;
  /** First step of the page of columns in front of the reader. */
  readonly first: number;
  /** Columns that fit, as the panel measured. */
  readonly columns: number;
  readonly overview: Overview | null;
  /** The link of the moment. */
  readonly link: string;
  /** Choices from the start to the moment, where some part of the page wants them. */
  readonly path: readonly string[] | null;
  /** What parts of the page want of every moment, while they are there. */
  readonly wanted: { readonly blocked: boolean; readonly path: boolean };
  /** The last move was to a neighbour: what moved may glide. */
  readonly glide: boolean;
  readonly shown: Shown;
  /** Answers to predictions in this run: an option's id, or '' where skipped. */
  readonly guesses: Readonly<Record<string, string>>;
  readonly playing: boolean;
  readonly speed: number;
  /** Steps made so far by a long run, while it runs. */
  readonly running: number | null;
  readonly hot: Hot | null;
  /** What was chosen in the view that is shown, by its key there. */
  readonly picked: string | null;
  /** Whose eyes the run is seen with: an actor's id; null: everyone's. */
  readonly seenBy: string | null;
  /** Views chosen in place of the one that leads, by scenario. */
  readonly views: Readonly<Record<string, string>>;
  /** Id of the goal that is under way. */
  readonly goal: string | null;
  /** The part of the page that a phone shows under the lanes. */
  readonly tab: Tab | `own ${string}`;
  /** Steps that caused what is being explained. */
  readonly causes: readonly number[];
  readonly comparing: Comparing | null;
}

export const NOTHING_SHOWN: Shown = { choices: false, rows: false, tries: false };

const FIRST: PageState = {
  language: 'en',
  theme: 'auto',
  words: {},
  route: { page: 'home' },
  phase: 'loading',
  openedShare: null,
  failure: null,
  notice: null,
  dialog: null,
  runId: '',
  system: null,
  scenario: null,
  head: null,
  frame: null,
  asked: null,
  ended: null,
  track: null,
  first: 1,
  columns: 7,
  overview: null,
  link: '',
  path: null,
  wanted: { blocked: false, path: false },
  glide: false,
  shown: NOTHING_SHOWN,
  guesses: {},
  playing: false,
  speed: 1,
  running: null,
  hot: null,
  picked: null,
  seenBy: null,
  views: {},
  goal: null,
  tab: 'story',
  causes: [],
  comparing: null,
};

/** A page's own store. */
export const newStore = () => create<PageState>(() => FIRST);
export const usePage = newStore();

export const page = usePage.getState;
export const set = usePage.setState;

/** The question that stands between the learner and what comes next, if one does. */
export function openQuestion(state: PageState): string | null {
  const asked = state.frame?.prediction ?? null;
  return asked !== null && state.guesses[asked] === undefined ? asked : null;
}

/** The settings of the open run, with those that are on their way: what is changed next is changed of these. */
export const settingsNow = ({ asked, frame }: PageState): Params | undefined => asked ?? frame?.params;

export const say = (notice: Text, action: Notice['action'] = null, stays = false): void =>
  set({ notice: { text: notice, action, stays } });
