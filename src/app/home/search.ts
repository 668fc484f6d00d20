// Finding a scenario by a few letters of anything said about it.

export interface Found {
  readonly system: string;
  readonly scenario: string;
}
export interface Searched extends Found {
  /** Everything said about it. */
  readonly words: string;
}

/** Those that have every part of what was typed, in any order, whatever the case. */
export function search(all: readonly Searched[], typed: string): readonly Searched[] {
  const parts = typed.trim().toLowerCase().split(/\s+/);
  return all.filter(({ words }) => {
    const text = words.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
