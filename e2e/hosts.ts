// Where the browser tests find the build: served with the isolation headers, and as a host that cannot set them
// would serve it. E2E_PORT moves both, so that two checkouts can be tested at once.
export const isolatedPort = Number(process.env.E2E_PORT ?? 4173);
export const plainPort = isolatedPort + 1;
export const isolatedUrl = `http://127.0.0.1:${isolatedPort}/`;
export const plainUrl = `http://127.0.0.1:${plainPort}/`;
