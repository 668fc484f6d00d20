// What an actor model is made of, and what its network and its observer may do.

import type { Text } from '../base/text.ts';
import type { Blocked } from '../kernel/model.ts';
import type { Property } from '../kernel/property.ts';
import type { Actor } from './actor.ts';
import type { Envelope } from './envelope.ts';
import type { World, WorldAction } from './world.ts';

/** Two groups of actors that cannot reach each other while the cut is in force. */
export interface Cut {
  readonly name: string;
  readonly sides: readonly [readonly string[], readonly string[]];
}

/** What an actor was before a step and is after it. */
export interface Changed<L> {
  readonly before: L;
  readonly after: L;
}

/** Somebody outside the world who sees every step and keeps a record: a history to judge. */
export interface Observer<L, B> {
  readonly start: unknown;
  /** What he hears of a step: who changed, the message that it was about, the world before. Undefined for nothing. */
  event(
    action: WorldAction,
    changed: Readonly<Record<string, Changed<L>>>,
    envelope: Envelope<B> | undefined,
    before: World<L, B>,
  ): unknown;
  /** The record after he has heard of something. */
  record(record: unknown, event: unknown): unknown;
}

export interface ActorModelOptions<L, B> {
  readonly actors: readonly Actor<L, B>[];
  /** One step is a request with its reply. */
  readonly exchange: boolean;
  readonly properties: readonly Property<World<L, B>>[];
  /** Messages the network may lose, or deliver twice (not more often: neither a message nor its copy is copied again). */
  readonly mayDrop?: (envelope: Envelope<B>, world: World<L, B>) => boolean;
  readonly mayDuplicate?: (envelope: Envelope<B>, world: World<L, B>) => boolean;
  /** Lost messages that their sender may send again. */
  readonly mayResend?: (envelope: Envelope<B>) => boolean;
  readonly cuts?: readonly Cut[];
  readonly mayCrash?: (actor: string, world: World<L, B>) => boolean;
  readonly mayRecover?: boolean;
  /** Messages that the network holds; a step that would add to a full one waits. */
  readonly mostInFlight?: number;
  /** An assumption of the scenario: why this action may not happen now, or null. */
  readonly forbids?: (world: World<L, B>, action: WorldAction) => Text | null;
  readonly observer?: Observer<L, B>;
  /** Groups of actors that are alike but for their names: exchanging these in a world gives one that behaves the same. */
  readonly alike?: readonly (readonly string[])[];
  /** Things a person might expect, beyond what is in flight. */
  readonly expected?: (world: World<L, B>) => readonly Blocked[];
}
