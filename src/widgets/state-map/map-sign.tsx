// The sign of a state: a cross where it breaks a promise, an exclamation mark where that can no longer be avoided.

/** `point`: the first lost state on the shortest way to break a promise. */
export type LostSign = 'lost' | 'point';

interface Props {
  readonly bad: boolean;
  readonly lost: LostSign | undefined;
}

export function Sign({ bad, lost }: Props) {
  return (
    <span className="map-sign" aria-hidden="true">
      <span>{bad ? '✕' : lost === 'point' ? '!' : ''}</span>
    </span>
  );
}
