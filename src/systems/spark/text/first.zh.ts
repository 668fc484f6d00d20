// What every page of Spark begins with, as one file.

import { words as goals } from './goals.zh.ts';
import { words as language } from './language.zh.ts';
import { words as lineage } from './lineage.zh.ts';
import { words as steps } from './steps.zh.ts';
import { words as system } from './system.zh.ts';

export const words = { ...system, ...steps, ...lineage, ...language, ...goals } as const;
