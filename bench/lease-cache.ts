// The look-aside cache with leases of lease-cache.pml: how large it is made, and what every search of it must find.

export interface LeaseCacheSize {
  /** Writes, leases, and operations of each of the two clients. */
  readonly writes: number;
  readonly leases: number;
  readonly operations: number;
}
export const FULL: LeaseCacheSize = { writes: 3, leases: 4, operations: 4 };
export const FULL_STATES = 1_993_970;
export const FULL_EDGES = 7_722_293;
