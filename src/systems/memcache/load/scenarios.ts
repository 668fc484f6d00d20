import type { Scenario } from '../../../kernel/system.ts';
export const loadScenarios: readonly Scenario[] = [];
