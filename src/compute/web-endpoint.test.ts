import { expect, test } from 'vitest';
import { webEndpoint, webPort } from './web-endpoint.ts';

test('of several listeners the last one hears, in the page and in the worker', () => {
  for (const wrap of [
    (worker: Worker) => webEndpoint(worker),
    (worker: Worker) => webPort(worker as never),
  ]) {
    const worker = new EventTarget() as Worker;
    const heard: string[] = [];
    const port = wrap(worker);
    port.onMessage((message) => heard.push(`first ${message}`));
    worker.dispatchEvent(new MessageEvent('message', { data: 'a' }));
    port.onMessage((message) => heard.push(`second ${message}`));
    worker.dispatchEvent(new MessageEvent('message', { data: 'b' }));
    expect(heard).toEqual(['first a', 'second b']);
  }
});

test('a worker that fails in two ways is said once, to the last listener', () => {
  const worker = new EventTarget() as Worker;
  const heard: string[] = [];
  const endpoint = webEndpoint(worker);
  endpoint.onFailure((reason) => heard.push(`first: ${reason}`));
  endpoint.onFailure((reason) => heard.push(`second: ${reason}`));
  worker.dispatchEvent(new Event('messageerror'));
  worker.dispatchEvent(new Event('error'));
  expect(heard).toEqual(['second: a message could not be read']);
});
