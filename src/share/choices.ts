// A run's choices as a link spells them: only what differs from the scheduler costs more than a digit or two.
// One digit is a choice by its rank in the canonical list (0 to 63); `~` and a varint are so many steps picked by the
// scheduler; `.` and a varint are a rank of 64 or more.

import { DIGITS, digitOf, readVarint, varint } from './base64url.ts';

/** A rank where it is not negative; so many steps of the scheduler's where it is. */
export type ChoiceRun = number;

const spellRank = (rank: number): string => (rank < 64 ? DIGITS.charAt(rank) : `.${varint(rank)}`);

/** Collects a run step by step; a few steps of the scheduler's are cheaper as ranks than as a gap. */
export class ChoiceWriter {
  private text = '';
  private gap: string[] = [];
  private gapSteps = 0;

  add(rank: number, isDefault: boolean): void {
    if (!isDefault) {
      this.flush();
      this.text += spellRank(rank);
      return;
    }
    this.gapSteps++;
    // A gap's own spelling is at most eight characters: longer ones need not be kept as ranks.
    if (this.gap.length < 8) this.gap.push(spellRank(rank));
  }

  /** The spelling of what was added so far; more can follow. */
  spelled(): string {
    return this.text + this.gapText();
  }

  private gapText(): string {
    if (this.gapSteps === 0) return '';
    const asGap = `~${varint(this.gapSteps)}`;
    const asRanks = this.gap.join('');
    const whole = this.gap.length === this.gapSteps;
    return whole && asRanks.length < asGap.length ? asRanks : asGap;
  }

  private flush(): void {
    this.text += this.gapText();
    this.gap = [];
    this.gapSteps = 0;
  }
}

/** The choices of a spelling, or null where it is none. */
export function readChoices(text: string): readonly ChoiceRun[] | null {
  const out: ChoiceRun[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    if (mark === '~' || mark === '.') {
      const read = readVarint(text, at + 1);
      if (!read || (mark === '~' ? read.value === 0 : read.value < 64)) return null;
      out.push(mark === '~' ? -read.value : read.value);
      at = read.next;
    } else {
      const digit = digitOf(text, at);
      if (digit < 0) return null;
      out.push(digit);
      at++;
    }
  }
  return out;
}

/** Steps that a list of choices stands for. */
export const stepsOf = (choices: readonly ChoiceRun[]): number =>
  choices.reduce((sum, choice) => sum + (choice < 0 ? -choice : 1), 0);
