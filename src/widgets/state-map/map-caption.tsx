// The state in question in words: how it stands, the keys that lead there, and what pressing it does.

import type { MapWords } from './map-types.ts';

interface Props {
  readonly label: string;
  readonly keys: readonly string[];
  readonly words: MapWords;
}

export function MapCaption({ label, keys, words }: Props) {
  return (
    <div className="map-caption">
      <p>{label}</p>
      <p className="map-keys">
        {keys.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is a list by place
          <code key={`${index}${key}`}>{key}</code>
        ))}
        {keys.length === 0 ? <span className="small">{words.hint}</span> : null}
      </p>
    </div>
  );
}
