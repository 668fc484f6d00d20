// Spark's own view, beside the lanes: it arrives when it is first shown.

export const views = [{ kind: 'lineage', load: () => import('./lineage.tsx').then((m) => m.lineage) }];
