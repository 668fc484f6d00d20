import type { Experiment } from '../../../kernel/system.ts';
export function experiment(): Experiment | undefined {
  return undefined;
}
