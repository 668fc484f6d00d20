// A worker as the pool sees it, and the pool as a worker sees it: post, listen, and on the pool's side end it and hear
// that it died. A browser's Worker, a Node worker thread and the loopback below are the same from here on.

export interface Port {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** From now on this listener hears, and none before it. */
  onMessage(listener: (message: unknown) => void): void;
}

export interface Endpoint extends Port {
  /** The last listener is called, at most once, where it could not start or died without being asked to. */
  onFailure(listener: (reason: string) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** True where memory can be shared with it by reference even when SharedArrayBuffer cannot cross to a worker. */
  readonly sameThread?: boolean;
}

/** Longest stretch of requests served before the thread's other work gets its turn. */
const BREATH_MS = 8;

/**
 * A worker in this very thread: requests arrive in later microtasks (now and then in a new task, so that timers, input
 * and signals are heard), replies at once. Bytes are handed over by reference.
 */
export function loopback(serve: (port: Port) => void): Endpoint {
  let toServer: (message: unknown) => void = () => {};
  let toOwner: (message: unknown) => void = () => {};
  let alive = true;
  let breathedAtMs = performance.now();
  const later = (message: unknown): void => {
    const deliver = (): void => {
      if (alive) toServer(message);
    };
    if (performance.now() - breathedAtMs < BREATH_MS) queueMicrotask(deliver);
    else {
      setTimeout(() => {
        breathedAtMs = performance.now();
        deliver();
      });
    }
  };
  queueMicrotask(() =>
    serve({
      post: (message) => {
        if (alive) toOwner(message);
      },
      onMessage: (listener) => {
        toServer = listener;
      },
    }),
  );
  return {
    sameThread: true,
    post: later,
    onMessage: (listener) => {
      toOwner = listener;
    },
    onFailure: () => {},
    kill: () => {
      alive = false;
    },
  };
}
