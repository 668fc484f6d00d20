// WebKitGTK's MiniBrowser through its WebDriver, spoken as the W3C writes it, under a display of its own.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import type { Driver } from './driver.ts';
import { buttonPath, until } from './driver.ts';

/** The name under which the W3C's protocol hands over an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const SCREEN = '1280x800x24';

export async function openWebKitGtk(driverPath: string, browserPath: string): Promise<Driver> {
  const started: ChildProcess[] = [];
  const end = async (): Promise<void> => {
    for (const child of started.reverse()) await ended(child);
  };
  try {
    const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    started.push(display);
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: `:${await firstLine(display.stdio[3] as Readable)}`,
      // There is no graphics card to accelerate anything with.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    started.push(spawn(driverPath, [`--port=${port}`], { env, stdio: 'ignore' }));
    const base = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver to listen', () =>
      fetch(`${base}/status`).then(
        () => true,
        () => false,
      ),
    );
    return await openSession(base, browserPath, end);
  } catch (error) {
    await end();
    throw error;
  }
}

interface NewSession {
  readonly sessionId: string;
  readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
}

async function openSession(base: string, binary: string, end: () => Promise<void>): Promise<Driver> {
  const { sessionId, capabilities } = await command<NewSession>(base, 'POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const ask = <T>(method: string, path: string, body?: object): Promise<T> =>
    command<T>(base, method, `/session/${sessionId}${path}`, body);
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goto: (url) => ask('POST', '/url', { url }),
    evaluate: (expression) => ask('POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
    async click(button) {
      const found = await ask<Record<string, string>>('POST', '/element', {
        using: 'xpath',
        value: buttonPath(button),
      });
      await ask('POST', `/element/${found[ELEMENT]}/click`, {});
    },
    async close() {
      await ask('DELETE', '').catch(() => undefined);
      await end();
    },
  };
}

async function command<T>(base: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(base + path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** The first line that is written there. */
async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb ended before it named its display');
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await gone;
}
