// A static server for dist/, used by `npm start` and by the browser tests. It sends what the folder's
// `_headers` say; with --plain it leaves that out, as a host that cannot send headers would.
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { headersFor, rulesOf } from './headers.mjs';
import { root } from './project.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * @param {string} folder
 * @param {string} url
 * @returns {Promise<{ path: string, bytes: number, changed: number } | undefined>} undefined: no such file, or outside the folder
 */
async function fileFor(folder, url) {
  try {
    const asked = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const named = normalize(join(folder, asked.endsWith('/') ? `${asked}index.html` : asked));
    // Where it really is: a link in the folder may lead out of it.
    const path = await realpath(named);
    if (!named.startsWith(folder + sep) || !path.startsWith(folder + sep)) return undefined;
    const info = await stat(path);
    return info.isFile() ? { path, bytes: info.size, changed: info.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** What shrinks, and what a browser asks for it with. */
const SHRINKS = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);
const brotli = promisify(brotliCompress);
/** @type {Map<string, Promise<Buffer>>} by path and time of change */
const shrunk = new Map();

/**
 * @param {string} path
 * @param {number} changed
 * @returns {Promise<Buffer>}
 */
function shrink(path, changed) {
  const key = `${changed} ${path}`;
  const known = shrunk.get(key);
  if (known) return known;
  const made = readFile(path).then((bytes) =>
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
  shrunk.set(key, made);
  made.catch(() => shrunk.delete(key));
  return made;
}

const ALWAYS = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };

/**
 * @param {{ port: number, folder?: string, host?: string, plain?: boolean, nextFree?: boolean,
 *   onFile?: (path: string) => void }} options
 *   plain: no isolation headers; nextFree: take the next port while the wanted one is busy (at most 50 further);
 *   onFile: told each file sent, by its path in the folder
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({
  port,
  folder = join(root, 'dist'),
  host = '127.0.0.1',
  plain,
  nextFree,
  onFile,
}) {
  const base = await realpath(folder).catch(() => normalize(folder).replace(/[/\\]$/, ''));
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    const file = await fileFor(base, request.url ?? '/');
    // A build may come while it is served: its headers are read as it is now.
    const named = file ? `/${relative(base, file.path).split(sep).join('/')}` : '/';
    const sent = plain ? {} : headersFor(rulesOf(base), named);
    for (const [name, value] of Object.entries({ ...ALWAYS, ...sent })) response.setHeader(name, value);
    if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    onFile?.(relative(base, file.path));
    response.setHeader('Content-Type', TYPES[extname(file.path)] ?? 'application/octet-stream');
    if (SHRINKS.has(extname(file.path))) {
      response.setHeader('Vary', 'Accept-Encoding');
      if (/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
        const bytes = await shrink(file.path, file.changed);
        response.writeHead(200, { 'Content-Encoding': 'br', 'Content-Length': bytes.length });
        return response.end(request.method === 'HEAD' ? undefined : bytes);
      }
    }
    const handle = await open(file.path);
    response.writeHead(200, { 'Content-Length': file.bytes });
    if (request.method === 'HEAD') {
      await handle.close();
      return response.end();
    }
    return pipeline(handle.createReadStream(), response);
  }
  const server = createServer((request, response) => {
    // A file that cannot be read is this visitor's trouble, not the end of everybody's.
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('This file cannot be read\n');
    });
  });
  const bound = await listen(server, { port, host, tries: nextFree ? 50 : 1 });
  const name = host === '127.0.0.1' ? 'localhost' : host;
  return {
    url: `http://${name}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, tries: number }} options
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, { port, host, tries }) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || tries <= 1) reject(error);
      else resolve(listen(server, { port: port + 1, host, tries: tries - 1 }));
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.PORT ?? '4173' },
      plain: { type: 'boolean', default: false },
      folder: { type: 'string', default: join(root, 'dist') },
    },
  });
  const { url } = await serve({ port: Number(values.port), plain: values.plain, folder: values.folder });
  console.log(url);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
