// The tree on a phone, where columns have no heads: a step in which nothing was signed says in its row what it was.

import type { ComponentProps } from 'react';
import type { Track } from '../../../session/frame.ts';
import type { TreeEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { BranchTracks } from '../../../widgets/branch-tree/branch-tracks.tsx';
import { Say } from '../../../widgets/say.tsx';
import { SERVER_ID } from '../server.ts';
import { Badge } from './parts.tsx';

interface Props<E extends TreeEntry> extends ComponentProps<typeof BranchTracks<E>> {
  /** Where the slots of the tree are steps. */
  readonly track?: Track;
}

export function PhoneTracks<E extends TreeEntry>({ track, strays, stray, ...shared }: Props<E>) {
  const taken = new Set([...shared.entries, ...strays].map(({ slot }) => slot));
  const unsigned = new Map(
    track?.steps
      .filter(({ step }) => step <= shared.now && !taken.has(step))
      .map((one) => [`${one.step}`, one]),
  );
  return (
    <BranchTracks
      {...shared}
      strays={[...strays, ...[...unsigned].map(([id, { step }]) => ({ id, row: 0, slot: step }))]}
      stray={(id) => {
        const step = unsigned.get(id);
        if (!step) return stray(id);
        const [asked, answered] = step.mark.heading;
        return (
          <span className="track-unsigned" data-part="heads">
            <span className="entry-number">{id}</span>
            {step.actor === SERVER_ID ? null : <Badge who={step.actor} />}
            <span className="entry-words">
              {asked ? (
                <span>
                  <Say text={asked} />
                </span>
              ) : null}
              {answered ? (
                <span className="entry-note">
                  <Say text={answered} />
                </span>
              ) : null}
            </span>
          </span>
        );
      }}
    />
  );
}
