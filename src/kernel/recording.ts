// A recording: something that happened elsewhere (an imported log, a large simulation's event list) as a Model with at
// most one enabled action per state. It gets stepping, links and narration for nothing.

import type { Action, Model } from './model.ts';
import type { Property } from './property.ts';

/** One thing that happened. */
export interface Recorded {
  readonly kind: string;
  readonly actor: string;
}

export interface RecordedState<S> {
  /** Events applied so far. */
  readonly at: number;
  readonly value: S;
}

export interface RecordedAction<E extends Recorded> extends Action {
  readonly event: E;
}

export interface RecordingOptions<E extends Recorded, S> {
  readonly events: readonly E[];
  readonly start: S;
  /** The value after one event. Pure. */
  readonly apply: (value: S, event: E) => S;
  readonly properties?: readonly Property<S>[];
}

export function recording<E extends Recorded, S>(
  options: RecordingOptions<E, S>,
): Model<RecordedState<S>, RecordedAction<E>> {
  const { events, start, apply, properties = [] } = options;
  return {
    init: () => ({ at: 0, value: start }),
    enabled: ({ at }) => {
      const event = events[at];
      if (!event) return [];
      return [{ key: `${event.kind} ${event.actor} ${at}`, kind: event.kind, actor: event.actor, event }];
    },
    next: ({ at, value }, { event }) => ({ at: at + 1, value: apply(value, event) }),
    properties: properties.map((property) => lifted(property)),
    linear: true,
  };
}

function lifted<S>(property: Property<S>): Property<RecordedState<S>> {
  const { witness, ...rest } = property;
  return {
    ...rest,
    judge: (state) => property.judge(state.value),
    ...(witness ? { witness: (state: RecordedState<S>) => witness.call(property, state.value) } : {}),
  };
}
