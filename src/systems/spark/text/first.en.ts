// What every page of Spark begins with, as one file.

import { words as goals } from './goals.en.ts';
import { words as language } from './language.en.ts';
import { words as lineage } from './lineage.en.ts';
import { words as steps } from './steps.en.ts';
import { words as system } from './system.en.ts';

export const words = { ...system, ...steps, ...lineage, ...language, ...goals } as const;
