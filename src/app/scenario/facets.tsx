// A move composed of facets: a radio group a facet, or a list where it has many values, and one button that sends what is
// composed. Changing one facet keeps the others where it can. Dashed: with the others as they are, that cannot happen;
// what is composed then says why, in place of the button.

import { useId, useState } from 'react';
import { text } from '../../base/text.ts';
import { Say } from '../../widgets/say.tsx';
import { orderedChoices } from '../choices.ts';
import { choose } from '../run.ts';
import { set, usePage } from '../store.ts';
import { inWords, useT } from '../words.ts';
import type { Entry, Facet, FacetGroup } from './facet-groups.ts';
import { entryWith, facetGroups, firstEntry } from './facet-groups.ts';
import { Cannot, Offered } from './offered.tsx';
import { lettersOf } from './switch-control.tsx';
import './facets.css';

/** More values, or longer ones, are a list to choose from. */
const MOST_RADIOS = 9;
const MOST_LETTERS = 60;

export function Facets() {
  const frame = usePage((state) => state.frame);
  if (!frame) return null;
  const { cursor, choices, blocked } = frame;
  return facetGroups(choices, blocked ?? []).map((group) => (
    <Seat key={`${group.id} ${cursor.try} ${cursor.step}`} group={group} />
  ));
}

function Seat({ group }: { readonly group: FacetGroup }) {
  const t = useT();
  const id = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const head = usePage((state) => state.head);
  const frame = usePage((state) => state.frame);
  const now = group.entries.find(({ key }) => key === picked) ?? firstEntry(group);
  if (!frame || !now) return null;
  const actor = head?.actors.find((one) => one.id === group.actor);
  const number = now.choice ? orderedChoices(frame).indexOf(now.choice) + 1 : 0;
  const pick = (name: string, value: string): void => {
    const entry = entryWith(group, now, name, value);
    if (!entry) return;
    setPicked(entry.key);
    set({ hot: entry.choice ? `action ${entry.key}` : null });
  };
  return (
    <form
      className="seat"
      aria-labelledby={`${id}-head`}
      onSubmit={(event) => {
        event.preventDefault();
        if (now.choice) void choose(now.key);
      }}
    >
      <h3 id={`${id}-head`}>{t('facets.by', { name: actor?.name ?? group.actor })}</h3>
      {group.facets.map((facet) => (
        <FacetRow
          key={facet.name}
          facet={facet}
          name={`${id}-${facet.name}`}
          now={now}
          cannot={(value) => !entryWith(group, now, facet.name, value)?.choice}
          pick={(value) => pick(facet.name, value)}
        />
      ))}
      <Composed entry={now} number={number} />
      <output className="visually-hidden">
        {now.blocked
          ? t('facets.said', { what: now.blocked.label, reason: now.blocked.reason })
          : now.choice && t('page.words', { words: now.choice.label })}
      </output>
    </form>
  );
}

interface FacetRowProps {
  readonly facet: Facet;
  readonly name: string;
  readonly now: Entry;
  readonly cannot: (value: string) => boolean;
  readonly pick: (value: string) => void;
}

function FacetRow({ facet, name, now, cannot, pick }: FacetRowProps) {
  const t = useT();
  const { values } = facet;
  const at = now.at[facet.name] ?? '';
  const letters = values.reduce((sum, { text }) => sum + lettersOf(inWords(text)), 0);
  const words = text(`facet.${facet.name}`);
  if (values.length > MOST_RADIOS || letters > MOST_LETTERS) {
    return (
      <label className="facet">
        <span>
          <Say text={words} />
        </span>
        <select className="picker" value={at} onChange={(event) => pick(event.target.value)}>
          {values.map((value) => (
            <option key={value.id} value={value.id}>
              {cannot(value.id)
                ? t('facets.option', { value: value.text })
                : t('page.words', { words: value.text })}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset className="facet">
      <legend>
        <Say text={words} />
      </legend>
      <div className="segments">
        {values.map((value) => (
          <label
            key={value.id}
            data-on={value.id === at || undefined}
            data-cannot={cannot(value.id) || undefined}
          >
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={value.id === at}
              onChange={() => pick(value.id)}
            />
            <span>
              <Say text={value.text} />
              {cannot(value.id) ? <span className="visually-hidden">{t('facets.cannot')}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the facets come to: the button that sends it, or why it cannot be sent. */
function Composed({
  entry: { choice, blocked },
  number,
}: {
  readonly entry: Entry;
  readonly number: number;
}) {
  if (blocked) {
    return (
      <div className="blocked">
        <Cannot blocked={blocked} />
      </div>
    );
  }
  return choice ? <Offered choice={choice} number={number} /> : null;
}
