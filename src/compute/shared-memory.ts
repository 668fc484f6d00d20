// Whether memory can be shared with workers here: a page must be cross-origin isolated for it; Node always can.

export const canShareMemory = (): boolean =>
  typeof SharedArrayBuffer === 'function' &&
  (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated !== false;
