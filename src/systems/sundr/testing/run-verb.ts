// The verbs of this folder, on files that are given.

import { verbRunner } from '../../testing/run-verb.ts';
import { words as proofsEn } from '../text/proofs.en.ts';
import { words as proofsZh } from '../text/proofs.zh.ts';
import { words as en } from '../text/verbs.en.ts';
import { words as zh } from '../text/verbs.zh.ts';
import { verbs } from '../verbs.ts';

export const runVerb = verbRunner(verbs, { en: { ...en, ...proofsEn }, zh: { ...zh, ...proofsZh } });
