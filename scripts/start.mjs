// `npm start`: install what is missing, build, serve. PORT and HOST choose where.
import { ensureInstalled, runTool } from './project.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 5170);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not '${process.env.PORT}'.`);
  process.exit(2);
}
await ensureInstalled();
const { code, output } = await runTool('vite', ['build'], { quiet: true });
if (code !== 0) {
  console.error(output);
  process.exit(code);
}
const { url } = await serve({ port, host: process.env.HOST ?? '127.0.0.1', nextFree: true });
console.log(`Lamplight is at ${url} (Ctrl-C stops it)`);
