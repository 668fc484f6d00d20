// Spark's views beside the lanes: each arrives when it is first shown.

export const views = [
  { kind: 'lineage', load: () => import('./lineage.tsx').then((m) => m.lineage) },
  { kind: 'rounds', load: () => import('./rounds.tsx').then((m) => m.rounds) },
  { kind: 'findings', load: () => import('../../../widgets/findings/findings.tsx').then((m) => m.findings) },
];
