// The tree of tries as bookkeeping only: which choices were made, from where, and where the lines part. A try is a
// line of choices that left another try (or began at the start); nothing is ever cut off. What the choices lead to is
// the timeline's business.

import { present } from '../base/assert.ts';
import { IntColumn } from '../base/columns.ts';

/** A place in the tree: so many steps along a try's whole path from the start. */
export interface Place {
  readonly try: number;
  readonly step: number;
}

export interface Try {
  readonly id: number;
  /** Where it left another try; null for the first. */
  readonly parent: Place | null;
  /** Steps of its path that belong to its parents. */
  readonly start: number;
  name: string | null;
  /** Its own choices, from `start` on. */
  readonly keys: string[];
  /** For each own choice: rank in the canonical list times two, plus one where the scheduler would have picked it. */
  readonly ranks: IntColumn;
  /** Other tries that left it, by the step they left at. */
  readonly children: Map<number, number[]>;
}

/** A stretch of a path within one try: steps `from` (not included) to `to`. */
export interface Stretch {
  readonly try: Try;
  readonly from: number;
  readonly to: number;
}

export class Tries {
  private readonly all: Try[] = [];

  constructor() {
    this.add(null);
  }

  get count(): number {
    return this.all.length;
  }

  get(id: number): Try {
    return present(this.all[id], `try ${id} of ${this.all.length}`);
  }

  list(): readonly Try[] {
    return this.all;
  }

  /** Steps from the start to its last. */
  length(id: number): number {
    const line = this.get(id);
    return line.start + line.keys.length;
  }

  /** A new try that leaves at a place; the place is moved to the try that owns it. */
  add(from: Place | null): Try {
    const parent = from && this.home(from);
    const line: Try = {
      id: this.all.length,
      parent,
      start: parent?.step ?? 0,
      name: null,
      keys: [],
      ranks: new IntColumn(),
      children: new Map(),
    };
    this.all.push(line);
    if (parent) {
      const siblings = this.get(parent.try).children;
      siblings.set(parent.step, [...(siblings.get(parent.step) ?? []), line.id]);
    }
    return line;
  }

  /** The same node, named by the try whose own steps (or start) it belongs to. */
  home(place: Place): Place {
    let line = this.get(place.try);
    while (line.parent !== null && place.step <= line.start) line = this.get(line.parent.try);
    return { try: line.id, step: place.step };
  }

  /** The choice made at this place by this try's path; null at its tip. */
  keyAfter(place: Place): string | null {
    const line = this.owner(place.try, place.step);
    return line.keys[place.step - line.start] ?? null;
  }

  /** Rank of the choice that led to `step` (from 1), and whether it was the scheduler's. */
  rankOf(place: Place): { readonly rank: number; readonly isDefault: boolean } {
    const line = this.owner(place.try, place.step - 1);
    const packed = line.ranks.at(place.step - 1 - line.start);
    return { rank: packed >> 1, isDefault: (packed & 1) === 1 };
  }

  /** Choices of a try's path from step `from` to step `to`. */
  keys(id: number, from = 0, to = this.length(id)): readonly string[] {
    const out: string[] = [];
    for (const part of this.stretches(id, from, to)) {
      const { keys, start } = part.try;
      for (let step = part.from; step < part.to; step++) out.push(keys[step - start] as string);
    }
    return out;
  }

  /** The pieces of a try's path, first to last. */
  stretches(id: number, from = 0, to = this.length(id)): readonly Stretch[] {
    const parts: Stretch[] = [];
    let end = to;
    for (let line = this.get(id); ; line = this.get(line.parent.try)) {
      if (end > line.start && end > from)
        parts.push({ try: line, from: Math.max(from, line.start), to: end });
      end = Math.min(end, line.start);
      if (line.parent === null) break;
    }
    return parts.reverse();
  }

  /** Where this key already leads from here: along this try first, then along any other that passes here. */
  known(at: Place, key: string): Place | null {
    const step = at.step + 1;
    if (this.keyAfter(at) === key) return { try: at.try, step };
    const node = this.home(at);
    if (this.keyAfter(node) === key) return { try: node.try, step };
    for (const id of this.get(node.try).children.get(node.step) ?? []) {
      if (this.get(id).keys[0] === key) return { try: id, step };
    }
    return null;
  }

  /** More than one line goes on from here. */
  parts(at: Place): boolean {
    const node = this.home(at);
    const leaving = this.get(node.try).children.get(node.step)?.length ?? 0;
    return leaving > 1 || (leaving === 1 && this.keyAfter(node) !== null);
  }

  /** Steps of a try's path at which the lines part, ascending. */
  forks(id: number): readonly number[] {
    const found = new Set<number>();
    const path = this.stretches(id);
    if (this.parts({ try: id, step: 0 })) found.add(0);
    for (const { try: line, from, to } of path) {
      for (const step of line.children.keys()) {
        if (step > from && step <= to && this.parts({ try: line.id, step })) found.add(step);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  /** The try that made the choice after `step` on this path. */
  private owner(id: number, step: number): Try {
    let line = this.get(id);
    while (line.parent !== null && step < line.start) line = this.get(line.parent.try);
    return line;
  }
}
