// The verbs of this folder, on files that are given.

import { verbRunner } from '../../testing/run-verb.ts';
import { words as en } from '../text/verbs.en.ts';
import { words as zh } from '../text/verbs.zh.ts';
import { verbs } from '../verbs.ts';

export const runVerb = verbRunner(verbs, { en, zh });
