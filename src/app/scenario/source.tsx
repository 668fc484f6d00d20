// The section of the paper (or of a lecture) that says so, as a link where it can be read.

import { Say } from '../../widgets/say.tsx';
import { usePage } from '../store.ts';
import { isLecture, PAPER_URL, sourceOf } from '../system-text.ts';

export function Source({ section }: { readonly section: string }) {
  const url = usePage((state) => state.words[PAPER_URL]);
  return (
    <p className="source">
      {url !== undefined && !isLecture(section) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          <Say text={sourceOf(section)} />
        </a>
      ) : (
        <Say text={sourceOf(section)} />
      )}
    </p>
  );
}
