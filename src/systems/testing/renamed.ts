// A system in another representation: every field of its states has another name, and nothing else is different.

import type { System } from '../../contract/system.ts';
import type { Action, Model } from '../../kernel/model.ts';

/** States in the other representation, by what they stand for. */
const originals = new WeakMap<object, unknown>();

const original = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && originals.has(value) ? originals.get(value) : value;

function renameFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renameFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [`${name}_`, renameFields(item)]));
}

function renamedState(state: unknown): unknown {
  const renamed = renameFields(state);
  originals.set(renamed as object, state);
  return renamed;
}

/** Every function takes states of either kind. */
const takingBoth = <T extends object>(one: T): T =>
  new Proxy(one, {
    get(target, name) {
      const found = target[name as keyof T];
      if (typeof found !== 'function') return found;
      return (...args: unknown[]) => found.apply(target, args.map(original));
    },
  });

function renamedModel(model: Model<unknown, Action>): Model<unknown, Action> {
  const plain = takingBoth(model);
  return {
    ...model,
    ...(model.pending ? { pending: (state) => plain.pending?.(state) ?? [] } : {}),
    ...(model.job ? { job: (state, action) => plain.job?.(state, action) } : {}),
    ...(model.running ? { running: (state) => plain.running?.(state) ?? [] } : {}),
    init: () => renamedState(model.init()),
    enabled: (state) => plain.enabled(state),
    blocked: (state) => plain.blocked?.(state) ?? [],
    next: (state, action, result) => renamedState(plain.next(state, action, result)),
    properties: model.properties.map(takingBoth),
  };
}

export const renamed = (system: System): System => {
  const taking = takingBoth(system);
  return new Proxy(system, {
    get: (_, name) =>
      name === 'model'
        ? (...args: Parameters<System['model']>) => renamedModel(system.model(...args))
        : taking[name as keyof System],
  });
};
