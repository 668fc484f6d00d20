import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { early } from './scripts/early.mjs';
import { ISOLATION } from './scripts/serve.mjs';

export default defineConfig({
  base: './',
  plugins: [react(), early()],
  build: { target: 'es2022', manifest: true, sourcemap: true, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
