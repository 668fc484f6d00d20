// What the views of SUNDR are made of: a principal's badge, counts of a vector, lists and ranges in words.

import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { usePlain } from '../../../widgets/say.tsx';
import { useMedia } from '../../../widgets/use-size.ts';
import { BOX } from '../state.ts';

/** A principal, or an entry by its id. */
export function Badge({ who }: { readonly who: string }) {
  return (
    <span className="sundr-badge" data-box={who.startsWith(BOX) || undefined}>
      {who}
    </span>
  );
}

/** Counts that are drawn at most; of more, the signer's own and how many others. */
const MOST_COUNTS = 5;

interface CountsProps {
  readonly counts: readonly number[];
  /** The place of the signer: its own count is underlined. */
  readonly own: number;
}

export function Counts({ counts, own }: CountsProps) {
  if (counts.length > MOST_COUNTS) {
    return (
      <span className="sundr-counts">
        <span data-own="">{counts[own] ?? 0}</span>
        <span>+{counts.length - 1}</span>
      </span>
    );
  }
  return (
    <span className="sundr-counts">
      {counts.map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is a principal's
        <span key={index} data-own={index === own || undefined}>
          {count}
        </span>
      ))}
    </span>
  );
}

/** So little height that what a view draws stands closer together. */
export const useLow = (): boolean => useMedia('(max-height: 960px)');

/** The words of a view's own table, as plain strings. */
export function useWords(): (key: string, args?: Readonly<Record<string, TextArg>>) => string {
  const plain = usePlain();
  return (key, args) => plain(text(key, args));
}

/** A vector as the paper writes it: `A2 B1`. */
export const spelt = (principals: readonly string[], counts: readonly number[]): string =>
  principals.flatMap((who, index) => (counts[index] ? [`${who}${counts[index]}`] : [])).join(' ') || '–';

/** `A, B and C`. */
export function listed(names: readonly string[]): Text {
  const [first = '', ...others] = names;
  return others.reduce<Text>(
    (before, last, index) => text(index === others.length - 1 ? 'tree.and' : 'tree.comma', { before, last }),
    text('tree.one', { one: first }),
  );
}

export const opWord = (kind: 'mod' | 'fetch'): Text => text(`view.op.${kind}`);
