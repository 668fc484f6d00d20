// The log of today as a part of the system: words, marks and endings of its steps.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type {
  Arrow,
  Chip,
  Mark,
  Offer,
  Outcome,
  Panel,
  Params,
  Part,
  Story,
} from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Held } from './log.ts';
import { ORIGIN } from './log.ts';
import type { Today, User } from './model.ts';
import { comparison, oneLog, partsOf, todayLog, todayModel, USERS } from './model.ts';
import type { PasteVerdict } from './paste.ts';
import { proofScene } from './scene.ts';

/** Signatures are all that the seed decides, and no sentence says one. */
const ANY_SEED = 0;
/** Lecture 18.9: SUNDR's idea today. */
const LECTURE = '18.9';

const nameOf = (actor: string): Text => text(`actor.today.${actor}`);
const SWITCH_OF = {
  old: 'switch.pasteOld',
  new: 'switch.pasteNew',
  proof: 'switch.pasteProof',
  key: 'switch.pasteKey',
} as const;
/** The first digits of a root: enough to tell two apart by eye. */
const short = (root: string): string => root.slice(0, 8);
const errorText = (error: string): Text => text(`error.${error}`);

function narrate(before: Today, action: Action, after: Today, params: Params): Story {
  return { source: LECTURE, ...storyOf(before, action, after, params) };
}

function storyOf(before: Today, action: Action, after: Today, params: Params): Omit<Story, 'source'> {
  const log = todayLog(params, ANY_SEED);
  const { n } = partsOf(action);
  const who = nameOf(action.actor);
  switch (action.kind) {
    case 'append':
      return {
        sentence: text('say.today.append', { n, entry: log.entry('main', n - 1, before.splitAt) }),
        why: text('why.today.append'),
      };
    case 'split': {
      const [entry, other] = (['main', 'other'] as const).map((one) => log.entry(one, n - 1, n));
      return {
        sentence: text('say.today.split', { n, entry: entry ?? '', other: other ?? '' }),
        why: text('why.today.split'),
      };
    }
    case 'take':
      return takeStory(before, action, after, params);
    case 'prove': {
      const held = before.users[action.actor as User].held as Held;
      const { proof } = log.included(held, n, before.splitAt);
      const entry = log.entry(held.branch, n, before.splitAt);
      return {
        sentence: text('say.today.prove', { who, n: n + 1, entry, hashes: proof.length }),
        why: text('why.today.prove'),
      };
    }
    case 'talk': {
      const found = comparison(before, log);
      const args = { old: found?.old.size ?? 0, now: found?.now.size ?? 0 };
      if (after.compared === 'same')
        return { sentence: text('say.today.same', args), why: text('why.today.same') };
      const error = found && !found.verdict.ok ? found.verdict.error : 'root-mismatch';
      return {
        sentence: text('say.today.found', { ...args, error: errorText(error) }),
        why: text('why.today.found'),
      };
    }
    default:
      return verifyStory(after.pasted);
  }
}

function takeStory(before: Today, action: Action, after: Today, params: Params): Omit<Story, 'source'> {
  const user = action.actor as User;
  const { n, branch } = partsOf(action);
  const log = todayLog(params, ANY_SEED);
  const head = log.head(branch, n, before.splitAt);
  const { held } = before.users[user];
  const args = { who: nameOf(user), n, root: short(head.root) };
  const { refused } = after.users[user];
  if (refused !== null && held) {
    const { verdict } = log.consistent(held, head, before.splitAt);
    const [expected, actual] = verdict.ok ? ['', ''] : [verdict.expected, verdict.actual];
    return {
      sentence: text('say.today.refuse', { ...args, error: errorText(refused) }),
      why: text('error.values', { expected, actual }),
    };
  }
  if (!held) return { sentence: text('say.today.first', args), why: text('why.today.first') };
  if (params.consistency === 'off')
    return { sentence: text('say.today.trust', args), why: text('why.today.trust') };
  const { proof } = log.consistent(held, head, before.splitAt);
  return {
    sentence: text('say.today.take', { ...args, old: held.size, hashes: proof.length }),
    why: text('why.today.take', { n }),
  };
}

function verifyStory(pasted: PasteVerdict | null): Omit<Story, 'source'> {
  if (pasted?.ok) {
    const { old, now } = pasted;
    return { sentence: text('say.today.pasted', { old, now }), why: text('why.today.pasted') };
  }
  const { field = null, error = '', expected = '', actual = '' } = pasted ?? {};
  const reason = errorText(error);
  const sentence =
    field === null
      ? text('say.today.pasted-not', { error: reason })
      : text('say.today.pasted-field', { field: text(SWITCH_OF[field]), error: reason });
  return expected === '' ? { sentence } : { sentence, why: text('error.values', { expected, actual }) };
}

const headingOf = (action: Action): Text =>
  text(`act.today.${action.kind}`, { n: partsOf(action).n + (action.kind === 'prove' ? 1 : 0) });

function arrowsOf(action: Action): readonly Arrow[] {
  const label = headingOf(action);
  switch (action.kind) {
    case 'take':
      return [{ from: 'log', to: action.actor, label, kind: 'message' }];
    case 'prove':
      return [{ from: action.actor, to: 'log', label, kind: 'request' }];
    case 'talk':
      return [{ from: 'A', to: 'C', label, kind: 'message' }];
    default:
      return [];
  }
}

function chipsOf({ appended, splitAt, users, pasted, compared }: Today): readonly Chip[] {
  const log: Chip = {
    actor: 'log',
    text:
      appended === 0
        ? text('chip.none')
        : text(splitAt === null ? 'chip.today.log' : 'chip.today.logs', { n: appended }),
    ...(splitAt === null ? {} : { tone: 'bad' as const }),
  };
  const ofUsers = USERS.map((user): Chip => {
    const { held, refused, rewritten } = users[user];
    const bad = refused !== null || rewritten || compared === 'split';
    const said =
      refused !== null
        ? text('chip.today.refused')
        : held
          ? text('chip.today.held', { n: held.size, root: short(held.root) })
          : text('chip.none');
    return { actor: user, text: said, ...(bad ? { tone: 'bad' as const } : {}) };
  });
  const you: Chip = {
    actor: 'you',
    text: pasted === null ? text('chip.none') : text(pasted.ok ? 'chip.today.verified' : 'chip.today.false'),
    ...(pasted !== null && !pasted.ok ? { tone: 'bad' as const } : {}),
  };
  return [log, ...ofUsers, you];
}

function mark(before: Today, action: Action, after: Today): Mark {
  const was = chipsOf(before);
  const chips = chipsOf(after).filter((chip, i) => JSON.stringify(chip) !== JSON.stringify(was[i]));
  return { heading: [headingOf(action)], arrows: arrowsOf(action), chips };
}

function offer(state: Today, action: Action, params: Params): Offer {
  const { n, branch } = partsOf(action);
  const entry = todayLog(params, ANY_SEED).entry('main', n - 1, state.splitAt);
  const key =
    action.kind === 'take' && branch === 'other' ? 'do.today.take-other' : `do.today.${action.kind}`;
  return {
    label: text(key, { who: nameOf(action.actor), n: action.kind === 'prove' ? n + 1 : n, entry }),
    arrows: arrowsOf(action),
    heading: headingOf(action),
    group: 'step',
  };
}

function inspect(state: Today, params: Params): readonly Panel[] {
  const { appended, splitAt, users, pasted } = state;
  const log = todayLog(params, ANY_SEED);
  const row = (id: string, value: Text) => ({ id, label: text(`row.today.${id}`), value });
  const plain = (value: string | number): Text => text('today.value', { value });
  const root = (branch: Held['branch']): Text => plain(log.head(branch, appended, splitAt).root);
  const none = text('today.none');
  return [
    {
      actor: 'log',
      rows: [
        row('name', plain(ORIGIN)),
        row('size', plain(appended)),
        row('root', root('main')),
        ...(splitAt === null ? [] : [row('other', root('other'))]),
      ],
    },
    ...USERS.map((user): Panel => {
      const { held, proven, refused } = users[user];
      return {
        actor: user,
        rows: [
          row('held', held ? plain(held.size) : none),
          row('root', held ? plain(held.root) : none),
          row('proven', proven === null ? none : plain(proven + 1)),
          ...(refused === null ? [] : [row('refused', errorText(refused))]),
        ],
      };
    }),
    {
      actor: 'you',
      rows: [
        row(
          'pasted',
          pasted === null ? none : pasted.ok ? text('chip.today.verified') : errorText(pasted.error),
        ),
      ],
    },
  ];
}

function outcome(state: Today): Outcome {
  const { A, C } = state.users;
  const refused = USERS.find((user) => state.users[user].refused !== null);
  const end =
    state.compared === 'split'
      ? 'found'
      : A.rewritten || C.rewritten
        ? 'rewritten'
        : refused
          ? 'refused'
          : oneLog(state)
            ? 'one'
            : 'silent';
  const fact = (id: string, said: Text) => ({ id, text: said });
  return {
    said: text(`today.end.${end}`, { who: refused ?? '' }),
    words: ['beside'],
    beside: [text('beside.witness')],
    facts: [
      fact('entries', text('fact.today.entries', { n: state.appended })),
      ...USERS.flatMap((user) => {
        const { held } = state.users[user];
        return held
          ? [fact(user, text('fact.today.held', { who: user, n: held.size, root: short(held.root) }))]
          : [];
      }),
    ],
  };
}

const todayPart: Omit<Part<Today>, 'outcome'> = {
  words: ['system', 'today', 'proofs'],
  model: todayModel,
  actors: () =>
    ['log', ...USERS, 'you'].map((id) => ({ id, name: nameOf(id), role: text(`role.today.${id}`) })),
  start: (_, state) => chipsOf(state),
  narrate,
  mark: (before, action, after) => mark(before, action, after),
  offer,
  inspect: (state, params) => inspect(state, params),
  scene: (kind, state, seenBy, params) => (kind === 'proof' ? proofScene(state, params, seenBy) : null),
  eyes: {
    of: () => USERS,
    knows({ users, compared }, actor) {
      const own = users[actor as User];
      // Which of two logs it was shown it cannot know.
      return {
        size: own.held?.size,
        root: own.held?.root,
        proven: own.proven,
        refused: own.refused,
        compared,
      };
    },
  },
};

/** Under another scenario it answers no question. */
export const todayPartOf = (scenario: string): Part<Today> => ({
  ...todayPart,
  outcome: async (_, { state }) =>
    scenario === 'today' ? outcome(state) : { ...outcome(state), said: null },
});
