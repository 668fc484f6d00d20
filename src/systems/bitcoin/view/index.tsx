// Bitcoin's own views, beside the lanes. Each arrives when it is first shown.

export const views = [
  { kind: 'mining', load: () => import('./mining.tsx').then((m) => m.mining) },
  { kind: 'bytes', load: () => import('./bytes.tsx').then((m) => m.bytes) },
  { kind: 'chain', load: () => import('./chain.tsx').then((m) => m.chain) },
  { kind: 'curve', load: () => import('./curve.tsx').then((m) => m.curve) },
  { kind: 'blocks', load: () => import('./blocks.tsx').then((m) => m.blocks) },
  { kind: 'nodes', load: () => import('./nodes.tsx').then((m) => m.nodes) },
  { kind: 'explorer', load: () => import('./explorer.tsx').then((m) => m.explorer) },
];
