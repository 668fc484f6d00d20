// The page that an engine opens: a worker finds the results, and whoever drives the browser reads them from the title
// (how it went) and the body (as JSON, or what went wrong; until then, what is being found).

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

function say(how: 'done' | 'failed', what: string): void {
  document.body.textContent = how === 'failed' ? `${what}, at ${document.body.textContent}` : what;
  document.title = how;
}

worker.onerror = ({ message }) => say('failed', message || 'the worker did not start');
worker.onmessage = ({ data }: MessageEvent<{ results?: object; error?: string; at?: string }>) => {
  if (data.at !== undefined) document.body.textContent = data.at;
  else if (data.results) say('done', JSON.stringify(data.results));
  else say('failed', data.error ?? 'no answer');
};
