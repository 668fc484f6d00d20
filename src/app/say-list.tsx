// Several things to say, one by one; a long list scrolls in its place.

import type { Text } from '../base/text.ts';
import { Say } from '../widgets/say.tsx';
import './say-list.css';

export function SayList({ list = [] }: { readonly list: readonly Text[] | undefined }) {
  if (list.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <ul className="say-list" tabIndex={0}>
      {list.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
        <li key={index}>
          <Say text={text} />
        </li>
      ))}
    </ul>
  );
}
