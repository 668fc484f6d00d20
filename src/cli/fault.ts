// What went wrong inside, in one line: never the learner's input, always ours to mend. Its exit code is 3, so that no
// script takes it for a promise that was broken (1) or for bad input (2).

export function faultLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place =
    error instanceof Error ? /[\w-]+\.(?:ts|tsx|js|mjs):\d+/.exec(error.stack ?? '')?.[0] : undefined;
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return place === undefined ? line : `${line} (${place})`;
}
