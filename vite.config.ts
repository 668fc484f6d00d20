import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compute } from './scripts/compute.mjs';
import { early } from './scripts/early.mjs';
import { headers, ISOLATION } from './scripts/headers.mjs';
import { licences } from './scripts/licences.mjs';
import { played } from './scripts/played.mjs';
import { workerBuild } from './scripts/worker-build.mjs';

const notices = licences();

/** What comes with an entry anyway is one file: small ones compress badly, and each costs a request. */
const together = {
  output: { codeSplitting: { groups: [{ name: 'all', tags: ['$initial' as const] }] } },
};

/** Verbs are the command line's alone: the page is built without them, and no part of a system is cut in two for one. */
const withoutVerbs = () => ({
  name: 'without-verbs',
  apply: 'build' as const,
  load: (id: string) => (/\/src\/systems\/[^/]+\/verbs\.ts$/.test(id) ? 'export const verbs = {};' : null),
});

export default defineConfig({
  base: './',
  plugins: [react(), played(), early(), compute(), headers(), withoutVerbs(), ...notices.page],
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    rolldownOptions: together,
  },
  worker: { ...workerBuild, plugins: () => [withoutVerbs(), ...notices.worker()] },
  server: { headers: ISOLATION },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['src/systems/testing/kept-signatures.ts'],
    // Ends what hangs; how long things take is the benches' to say, and a machine may be slow or shared.
    testTimeout: 300_000,
    // Every core: what runs them does little itself.
    maxWorkers: '100%',
  },
});
