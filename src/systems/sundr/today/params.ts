// The switches of the log of today, beside `server` (honest: one log for all; else it may show C another one) and `talk`
// (users compare what they were shown), which are SUNDR's own.

import type { Params, Switch, TextSwitch } from '../../../contract/system.ts';
import { SAMPLE } from './sample.ts';

const OF_TODAY = { layout: ['tlog'] };

const pasted = (name: string, byDefault: string): TextSwitch => ({
  kind: 'text',
  name,
  maxLength: 4000,
  default: byDefault,
  when: OF_TODAY,
});

export const todaySwitches: readonly Switch[] = [
  { kind: 'choice', name: 'layout', values: ['sundr', 'tlog'], default: 'sundr' },
  { kind: 'choice', name: 'consistency', values: ['on', 'off'], default: 'on', when: OF_TODAY },
  {
    kind: 'text',
    name: 'entries',
    maxLength: 500,
    pattern: '[^\\n]{1,60}(\\n[^\\n]{1,60}){0,7}',
    default: 'A mod auth.py\nB mod bank.py\nC fetch auth.py\nC fetch bank.py',
    when: OF_TODAY,
  },
  pasted('pasteOld', SAMPLE.old),
  pasted('pasteNew', SAMPLE.new),
  pasted('pasteProof', SAMPLE.proof),
  pasted('pasteKey', SAMPLE.key),
];

export interface TodaySettings {
  /** What is appended, in order. */
  readonly entries: readonly string[];
  readonly splits: boolean;
  /** Users ask for a proof that the log they knew is the beginning of the new one. */
  readonly consistency: boolean;
  readonly talk: boolean;
  readonly pasted: Pasted;
}

/** Two signed checkpoints, the key they are signed by, and hashes in hex between them. */
export interface Pasted {
  readonly old: string;
  readonly new: string;
  readonly proof: string;
  readonly key: string;
}

export const todaySettings = (params: Params): TodaySettings => ({
  entries: String(params.entries).split('\n'),
  splits: params.server !== 'honest',
  consistency: params.consistency !== 'off',
  talk: params.talk === 'on',
  pasted: {
    old: String(params.pasteOld),
    new: String(params.pasteNew),
    proof: String(params.pasteProof),
    key: String(params.pasteKey),
  },
});
