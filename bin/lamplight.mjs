#!/usr/bin/env node
// The command line of an installed package; from a checkout, `npm run -s cli -- COMMAND`.
import { register } from 'tsx/esm/api';

register();
await import(new URL('../src/cli/main.ts', import.meta.url).href);
