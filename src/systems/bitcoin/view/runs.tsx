// Where the tree is more than a page: all of it in one line, each run without a fork folded to "+14", the forks between
// them; a press turns to it.

import { text } from '../../../base/text.ts';
import { usePlain } from '../../../widgets/say.tsx';
import type { BlockPage } from './block-page.ts';
import type { Run } from './block-runs.ts';

interface Props {
  readonly runs: readonly Run[];
  readonly page: BlockPage;
  /** So many fit: those around the page. */
  readonly most: number;
  onTurn(height: number): void;
}

export function Runs({ runs, page, most, onTurn }: Props) {
  const plain = usePlain();
  const [from = 0, to = 0] = [page.heights[0], page.heights.at(-1)];
  const isHere = (run: Run): boolean => run.from <= to && run.to >= from;
  const here = Math.max(0, runs.findLastIndex(isHere));
  const first = Math.max(0, Math.min(here - (most >> 1), runs.length - most));
  const shown = runs.slice(first, first + most);
  return (
    <fieldset className="block-runs" aria-label={plain(text('blocks.runs'))} data-part="runs">
      {first > 0 ? <span>…</span> : null}
      {shown.map((run) => {
        const { from: height, to: last, most: count } = run;
        const isFork = count > 1;
        return (
          <button
            key={height}
            type="button"
            data-fork={isFork || undefined}
            aria-current={isHere(run) || undefined}
            title={plain(
              isFork
                ? text('blocks.forked.label', { height, count })
                : text('blocks.run.label', { from: height, to: last }),
            )}
            onClick={() => onTurn(last)}
          >
            {plain(
              isFork
                ? text('blocks.forked', { height, count })
                : text('blocks.run', { count: last - height + 1 }),
            )}
          </button>
        );
      })}
      {first + most < runs.length ? <span>…</span> : null}
    </fieldset>
  );
}
