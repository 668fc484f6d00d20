import type { Action } from '../../../kernel/model.ts';
import type { Part } from '../part.ts';
export const loadParts: Readonly<Record<string, Part<unknown, Action>>> = {};
