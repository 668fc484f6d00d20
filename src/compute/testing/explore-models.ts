// Models that tests of the threaded search name, and what they cost to search.

import type { Action, Model } from '../../kernel/model.ts';
import { lattice } from '../../kernel/toys.ts';
import type { LoadModel } from '../explore-serve.ts';

/** 'lattice' with `axes` and `limit`; 'failing' is one that throws in its 1000th state. */
export const loadTestModel: LoadModel = async ({ system, params }) => {
  const model = lattice(Number(params.axes), Number(params.limit)) as unknown as Model;
  if (system === 'lattice') return model;
  if (system !== 'failing') throw new Error(`no model ${system}`);
  let expanded = 0;
  const enabled = (state: unknown): readonly Action[] => {
    if (++expanded === 1000) throw new Error('the 1000th state does not expand');
    return model.enabled(state);
  };
  return { ...model, enabled };
};
