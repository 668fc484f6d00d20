// Goals as a system's list writes them: one that can be reached, by keys with a space between; and one that no order
// reaches within so many steps.

import type { Claim, Goal, Params } from './system.ts';

export const reach = (id: string, params: Params, property: string, want: Claim, solution: string): Goal => {
  const keys = solution.split(' ');
  return { id, params, property, want, steps: keys.length, solution: keys };
};

export const never = (id: string, params: Params, property: string, want: Claim, steps: number): Goal => ({
  id,
  params,
  property,
  want,
  steps,
  solution: null,
});
