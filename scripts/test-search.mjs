// `npm run test:search`: 1,000 random searches beside the plain search (SEARCHES and SEED say otherwise).
import { ensureInstalled, runTool } from './project.mjs';

process.env.SEARCHES ??= '1000';
await ensureInstalled();
const { code } = await runTool('vitest', ['run', 'src/systems/search.test.ts', '-t', 'random searches']);
process.exitCode = code;
