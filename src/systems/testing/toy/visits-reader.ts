// A file with the key of a step on each line, played on the toy's own rules as it comes.

import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Imported, Reader } from '../../../contract/reader.ts';
import type { Settings } from '../../../contract/settings.ts';
import { lock } from './lock.ts';

const NEWLINE = 10;
const LONGEST_LINE = 40;

interface Visits extends Imported {
  readonly json: { readonly steps: number; readonly inside: number };
  readonly choices: readonly string[];
}

export function visitsReader({ atomic = 'off' }: Settings): Reader<Visits> {
  const model = lock(atomic === 'on', 'ann\nben');
  let office = model.init();
  let inside = 0;
  let line = '';
  const choices: string[] = [];
  function take(): void {
    const key = line.trim();
    line = '';
    if (key === '') return;
    const action = model.enabled(office).find((one) => one.key === key);
    if (!action) throw new Refusal(text('visits.not-now', { line: choices.length + 1, key }));
    office = model.next(office, action);
    choices.push(key);
    inside = Math.max(inside, [office.ann, office.ben].filter((phase) => phase === 'inside').length);
  }
  return {
    push(chunk) {
      for (const byte of chunk) {
        if (byte === NEWLINE) take();
        else if (line.length < LONGEST_LINE) line += String.fromCharCode(byte);
      }
    },
    end() {
      take();
      const whole = inside < 2;
      return {
        whole,
        json: { steps: choices.length, inside },
        lines: [text(whole ? 'end.one' : 'end.both')],
        choices,
      };
    },
  };
}
