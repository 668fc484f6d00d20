// SUNDR's own views, beside the lanes. Each arrives when it is first shown.

export const views = [
  { kind: 'tree', load: () => import('./tree.tsx').then((m) => m.tree) },
  { kind: 'log', load: () => import('./log.tsx').then((m) => m.log) },
  { kind: 'pending', load: () => import('./pending.tsx').then((m) => m.pending) },
  { kind: 'vectors', load: () => import('./vectors.tsx').then((m) => m.vectors) },
  { kind: 'merkle', load: () => import('./merkle.tsx').then((m) => m.merkle) },
  { kind: 'box', load: () => import('./box.tsx').then((m) => m.box) },
  { kind: 'proof', load: () => import('./proof.tsx').then((m) => m.proof) },
  { kind: 'one-more', load: () => import('./one-more.tsx').then((m) => m.oneMore) },
];
