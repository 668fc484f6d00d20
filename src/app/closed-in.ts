// Shuts a worker that computes jobs in: every global that it does not use is removed, so that nothing computed here,
// code made from text least of all, reaches the network, storage or another worker. Whether code may be made is decided
// by trying: the folder these workers come from is served with a policy that lets nothing be fetched and lets code be
// made. Where a fetch succeeds there is no such policy, and code is not made.

/** ECMAScript's own, and what the worker's side of a pool, late parts and shared memory need of a browser. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp ' +
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math ' +
    'ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array ' +
    'Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect ' +
    'FinalizationRegistry SharedArrayBuffer isFinite isNaN decodeURI decodeURIComponent encodeURI encodeURIComponent ' +
    'Iterator constructor self name location crossOriginIsolated isSecureContext console performance postMessage ' +
    'addEventListener removeEventListener dispatchEvent onmessage onmessageerror onerror close setTimeout clearTimeout ' +
    'queueMicrotask structuredClone URL TextEncoder TextDecoder AbortController AbortSignal DOMException Event ' +
    'EventTarget MessageEvent ErrorEvent navigator'
  ).split(' '),
);

/** Takes away every global that is not kept, on the scope and on what it inherits from. */
export const shutIn = (scope: object = self): void => takeAway(scope, (name) => !KEPT.has(name));

/**
 * Takes chance away, before anything else is loaded: curves blind with what there is when they are loaded, and would fail
 * once the worker is shut in. What they sign is the same without.
 */
export const takeChance = (scope: object = self): void => takeAway(scope, (name) => name === 'crypto');

function takeAway(scope: object, isTaken: (name: string) => boolean): void {
  for (let at: object | null = scope; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at).filter(isTaken)) {
      const removed = Reflect.deleteProperty(at, name);
      if (!removed) Reflect.set(at, name, undefined);
    }
  }
}

let reached: Promise<boolean> | undefined;

/** Whether a fetch gets out. Asked before the worker is shut in: afterwards there is nothing to fetch with. */
function reaches(): Promise<boolean> {
  reached ??= fetch('data:,').then(
    () => true,
    () => false,
  );
  return reached;
}

/** Makes code of a text, where nothing made here could get out and the policy allows it; undefined elsewhere. */
export async function codeMaker(): Promise<((text: string) => unknown) | undefined> {
  const isOpen = await reaches();
  shutIn();
  if (isOpen) return undefined;
  const compile = (text: string): unknown => new Function(`return ${text}`)();
  try {
    compile('1');
    return compile;
  } catch {
    return undefined;
  }
}
