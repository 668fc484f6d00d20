// What a host sends beside the page, in one place: the development server, the preview, scripts/serve.mjs and the
// `_headers` of the build (which Netlify, Cloudflare Pages and others read) all have it from here.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of its own is isolated, so that it may share memory; and any page, isolated or sandboxed, may embed it. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
};

/** Nothing runs and nothing is loaded but what the build made: scripts and styles in the page itself by their hash. */
const policyOf = (/** @type {string} */ html) => {
  const inline = (/** @type {'script' | 'style'} */ tag) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
      ([, content]) =>
        `'sha256-${createHash('sha256')
          .update(content ?? '')
          .digest('base64')}'`,
    );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline('script')].join(' '),
    ["style-src 'self'", ...inline('style')].join(' '),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
};

/** Where the workers that compute come from (compute.mjs): nothing can be fetched there, and code may be made of text. */
export const COMPUTE_POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval'";

/** @typedef {readonly { readonly pattern: string, readonly headers: Readonly<Record<string, string>> }[]} Rules */

/**
 * A host joins what several rules say of one path, and two policies would both hold: so each place has one rule with a
 * policy, and there is none for all.
 * @param {string} html
 * @param {readonly string[]} places what stands at the top of the build, folders with a slash
 * @returns {Rules}
 */
const rulesFor = (html, places) => [
  { pattern: '/*', headers: ISOLATION },
  ...['', ...places].map((place) => ({
    pattern: `/${place}${place.endsWith('/') ? '*' : ''}`,
    headers: { 'Content-Security-Policy': place === 'compute/' ? COMPUTE_POLICY : policyOf(html) },
  })),
  { pattern: '/assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

/** @param {Rules} rules */
const written = (rules) =>
  rules
    .map(({ pattern, headers }) =>
      [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n');

/** The rules in the `_headers` of a folder; those of isolation alone where it has none.
 * @param {string} folder
 * @returns {Rules}
 */
export function rulesOf(folder) {
  try {
    /** @type {{ pattern: string, headers: Record<string, string> }[]} */
    const rules = [];
    for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
      const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
      else if (line.trim() !== '') rules.push({ pattern: line.trim(), headers: {} });
    }
    return rules;
  } catch {
    return [{ pattern: '/*', headers: ISOLATION }];
  }
}

/** What those rules say of a path.
 * @param {Rules} rules
 * @param {string} path
 * @returns {Record<string, string>}
 */
export const headersFor = (rules, path) =>
  Object.assign(
    {},
    ...rules
      .filter(({ pattern }) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
      )
      .map(({ headers }) => headers),
  );

/** A Vite plugin: the build carries its `_headers`, and the preview sends what they say.
 * @returns {import('vite').Plugin}
 */
export function headers() {
  return {
    name: 'headers',
    writeBundle({ dir = 'dist' }) {
      const html = readFileSync(join(dir, 'index.html'), 'utf8');
      const places = readdirSync(dir, { withFileTypes: true })
        .filter(({ name }) => name !== '_headers' && !name.startsWith('.'))
        .map((one) => (one.isDirectory() ? `${one.name}/` : one.name))
        .sort();
      writeFileSync(join(dir, '_headers'), `${written(rulesFor(html, places))}\n`);
    },
    configurePreviewServer({ middlewares, config }) {
      const rules = rulesOf(join(config.root, config.build.outDir));
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [name, value] of Object.entries(headersFor(rules, pathname)))
          response.setHeader(name, value);
        next();
      });
    },
  };
}
