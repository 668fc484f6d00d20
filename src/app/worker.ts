// The one entry of every worker that the page starts: what it does is in its name. So a system's code is built once for
// all of them, and what one has fetched the next one finds. The session is what nearly every page needs, and comes with
// it; the others come when they are named.

import { expose } from 'comlink';
import type { Port } from '../compute/endpoint.ts';
import { webPort } from '../compute/web-endpoint.ts';
import { part } from '../session/late-part.ts';
import { serveSession } from '../session/wire.ts';
import { newSession } from './new-session.ts';
import { catalog } from './parts-catalog.ts';
import { webHost } from './web-host.ts';
import type { Role } from './worker-roles.ts';

/** Another of its own kind. Named by its own address: a bundler would take an entry that names itself for a circle. */
const start = (role: Role): Worker => new Worker(addressOf(role), { type: 'module', name: role });

/** Those that compute come from a folder of their own, which is served with a policy of its own (scripts/compute.mjs). */
const addressOf = (role: Role): URL => {
  const own = new URL(self.location.href);
  if (role === 'job') own.pathname = own.pathname.replace(/[^/]+\/([^/]+)$/, 'compute/$1');
  return own;
};

/** Messages that come before the role's code has arrived wait for it. */
function patientPort(): Port {
  const port = webPort(self as unknown as Parameters<typeof webPort>[0]);
  const early: unknown[] = [];
  let listener: ((message: unknown) => void) | null = null;
  port.onMessage((message) => {
    if (listener) listener(message);
    else early.push(message);
  });
  return {
    post: port.post,
    onMessage(listen) {
      listener = listen;
      for (const message of early.splice(0)) listen(message);
    },
  };
}

const begin: Readonly<Record<Role, () => unknown>> = {
  /** Holds the open run: everything the systems compute happens here, off the page's own thread. */
  session() {
    expose(serveSession(newSession(start)));
  },
  async search() {
    const port = patientPort();
    const [{ inlineExplorer }, { serveSearch }] = await Promise.all([
      part(() => import('../session/explorer.ts')),
      part(() => import('../session/search-worker.ts')),
    ]);
    serveSearch(port, inlineExplorer(catalog, webHost));
  },
  async job() {
    const port = patientPort();
    const [{ functionsOf, serveJobs }, { codeMaker, takeChance }] = await Promise.all([
      part(() => import('../compute/job-server.ts')),
      part(() => import('./closed-in.ts')),
    ]);
    takeChance();
    serveJobs(port, functionsOf(catalog), codeMaker);
  },
  async files() {
    const port = patientPort();
    const { serveFiles } = await part(() => import('./files-worker.ts'));
    await serveFiles(port);
  },
};

begin[self.name as Role]();
