// `npm run generate`: writes the sources that are made by a program.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { kernelTypeScript } from './mining-kernel.ts';
import { treesTypeScript } from './program-trees.ts';

await writeFile(
  new URL('../src/systems/bitcoin/mining/kernel.generated.ts', import.meta.url),
  kernelTypeScript(),
);
const programs = new URL('../src/systems/spark/programs/', import.meta.url);
await rm(new URL('trees/', programs), { recursive: true, force: true });
await mkdir(new URL('trees/', programs));
for (const [name, source] of await treesTypeScript()) await writeFile(new URL(name, programs), source);
