// `npm run generate`: writes the sources that are made by a program.

import { writeFile } from 'node:fs/promises';
import { kernelTypeScript } from './mining-kernel.ts';
import { treesTypeScript } from './program-trees.ts';

await writeFile(
  new URL('../src/systems/bitcoin/mining/kernel.generated.ts', import.meta.url),
  kernelTypeScript(),
);
await writeFile(
  new URL('../src/systems/spark/programs/trees.generated.ts', import.meta.url),
  await treesTypeScript(),
);
