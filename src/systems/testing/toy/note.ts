// A note in place of a lock: before she goes in, Ann leaves one, and Ben goes by what he finds. Where it lies and what it
// says are hers to choose.

import { text } from '../../../base/text.ts';
import type { Chip, Offer, Part } from '../../../contract/system.ts';
import type { Action, Model } from '../../../kernel/model.ts';

const PLACES = ['desk', 'door', 'lock'] as const;
const WORDS = ['free', 'taken', 'later'] as const;
type Place = (typeof PLACES)[number];
type Word = (typeof WORDS)[number];
type Phase = 'outside' | 'inside' | 'done';

interface Note {
  readonly place: Place;
  readonly word: Word;
}
interface Hall {
  readonly note: Note | null;
  readonly ann: Phase;
  readonly ben: Phase;
}
interface Leave extends Action {
  readonly note?: Note;
}

/** `door`: Ben reads what hangs on the door. `everywhere`: he looks on the desk as well. */
type Reads = 'door' | 'everywhere';

const notes = PLACES.flatMap((place) =>
  WORDS.map(
    (word): Leave => ({
      key: `ann.note.${place}.${word}`,
      kind: 'note',
      actor: 'ann',
      note: { place, word },
    }),
  ),
);
const enter = (actor: string): Leave => ({ key: `${actor}.enter`, kind: 'enter', actor });
const leave = (actor: string): Leave => ({ key: `${actor}.leave`, kind: 'leave', actor });

/** The note, where Ben would find it. */
const found = ({ note }: Hall, reads: Reads): Note | null =>
  note && (note.place === 'door' || reads === 'everywhere') ? note : null;

function model(reads: Reads): Model<Hall, Leave> {
  const held = (hall: Hall): boolean => (found(hall, reads)?.word ?? 'free') !== 'free';
  return {
    init: () => ({ note: null, ann: 'outside', ben: 'outside' }),
    enabled(hall) {
      const { note, ann, ben } = hall;
      if (note === null && ann === 'outside') return notes.filter((one) => one.note?.place !== 'lock');
      return [
        ...(ann === 'outside' ? [enter('ann')] : ann === 'inside' ? [leave('ann')] : []),
        ...(ben === 'outside' && !held(hall) ? [enter('ben')] : ben === 'inside' ? [leave('ben')] : []),
      ];
    },
    blocked: (hall) =>
      hall.note === null && hall.ann === 'outside'
        ? notes.flatMap((one) =>
            one.note?.place === 'lock' ? [{ ...one, reason: text('blocked.no-room') }] : [],
          )
        : hall.ben === 'outside' && held(hall)
          ? [{ ...enter('ben'), reason: text('blocked.note', { word: text(`word.${hall.note?.word}`) }) }]
          : [],
    next(hall, { kind, actor, note }) {
      if (note) return { ...hall, note };
      if (kind === 'enter') return { ...hall, [actor]: 'inside' };
      // She takes her note with her.
      return {
        ...hall,
        [actor]: 'done',
        ...(actor === 'ann' && hall.note ? { note: { ...hall.note, word: 'free' } } : {}),
      };
    },
    properties: [
      {
        name: 'one-inside',
        kind: 'always',
        judge: ({ ann, ben }) => !(ann === 'inside' && ben === 'inside'),
        witness: () => ({ text: text('witness.one-inside'), actors: ['ann', 'ben'] }),
      },
      { name: 'both-done', kind: 'sometimes', judge: ({ ann, ben }) => ann === 'done' && ben === 'done' },
    ],
  };
}

const name = (id: string) => text(`actor.${id}`);
const noteText = (note: Note | null) =>
  note
    ? text('note.says', { place: text(`place.${note.place}`), word: text(`word.${note.word}`) })
    : text('chip.none');
const chips = ({ ann, ben, note }: Hall): readonly Chip[] => [
  { actor: 'ann', text: text(`chip.${ann}`) },
  { actor: 'ben', text: text(`chip.${ben}`) },
  { actor: 'note', text: noteText(note) },
];

function offer({ kind, actor, note }: Leave): Offer {
  const arrows = note ? [{ from: 'ann', to: 'note', label: text('act.note'), kind: 'request' as const }] : [];
  const heading = text(`act.${kind}`);
  if (!note) return { label: text(`do.${kind}`, { who: name(actor) }), arrows, heading, group: 'step' };
  const [place, word] = [text(`place.${note.place}`), text(`word.${note.word}`)];
  return { label: text('do.note', { place, word }), arrows, heading, group: 'step', facets: { place, word } };
}

export const notePart: Part<Hall, Leave> = {
  words: ['clerks'],
  model: ({ reads }) => model(reads as Reads),
  actors: () => ['ann', 'ben', 'note'].map((id) => ({ id, name: name(id), role: text(`role.${id}`) })),
  start: (_, hall) => chips(hall),
  narrate: (_, { kind, actor, note }) => ({
    sentence: note
      ? text('say.note', { place: text(`place.${note.place}`), word: text(`word.${note.word}`) })
      : text(`say.${kind}`, { who: name(actor) }),
    source: '2',
  }),
  mark: (before, action, after) => ({
    heading: [text(`act.${action.kind}`)],
    arrows: offer(action).arrows,
    chips: chips(after).filter(
      (chip, index) => JSON.stringify(chip.text) !== JSON.stringify(chips(before)[index]?.text),
    ),
  }),
  offer: (_, action) => offer(action),
  inspect: (hall) =>
    chips(hall).map(({ actor, text: value }) => ({
      actor,
      rows: [{ id: 'at', label: text('row.at'), value }],
    })),
  eyes: {
    of: () => ['ann', 'ben'],
    // Ben knows of the note where he finds it, and who is inside sees who else is.
    knows: (hall, actor, { reads }) =>
      actor === 'ann'
        ? { note: hall.note, ann: hall.ann, ben: hall.ann === 'inside' ? hall.ben : null }
        : {
            note: found(hall, reads as Reads),
            ben: hall.ben,
            ann: hall.ben === 'inside' ? hall.ann : null,
          },
  },
  outcome: async (_, { soFar }) => ({
    said: text(soFar['one-inside'] === 'violated' ? 'end.unseen' : 'end.seen'),
    words: [],
    facts: [{ id: 'inside', text: text(soFar['one-inside'] === 'violated' ? 'end.unseen' : 'end.seen') }],
  }),
};
