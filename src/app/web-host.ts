// What long work needs of a browser: a clock, and a way to let the thread breathe.

/**
 * One channel for all, for as long as the thread lives: Firefox loses the message of a channel that nobody holds when it
 * collects garbage before the message is there, and who waited would wait for ever.
 */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** A macrotask that no browser delays, as it would a nested timeout. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });

export const webHost = { clock: () => performance.now(), breathe };
