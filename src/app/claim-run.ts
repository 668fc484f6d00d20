// Which tab a kept run belongs to: the tab holds a lock by the run's id for as long as it lives.

const held = new Set<string>();

/** A page that is being reloaded lets go of its lock within this time. */
const WAIT_MS = 400;

/** True where this tab now holds the run; false where another living tab does. Without locks there is no telling: true. */
export function claimRun(id: string): Promise<boolean> {
  if (held.has(id) || !('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`lamplight.run.${id}`, { signal: AbortSignal.timeout(WAIT_MS) }, () => {
        held.add(id);
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
