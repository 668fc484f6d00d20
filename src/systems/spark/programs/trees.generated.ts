// Made by `npm run generate` (scripts/program-trees.ts) from steps.ts.

export const trees: Readonly<Record<string, () => Promise<unknown>>> = {
  mining: async () => (await import('./trees/mining.generated.ts')).tree,
  words: async () => (await import('./trees/words.generated.ts')).tree,
  ranking: async () => (await import('./trees/ranking.generated.ts')).tree,
  thrice: async () => (await import('./trees/thrice.generated.ts')).tree,
  pipeline: async () => (await import('./trees/pipeline.generated.ts')).tree,
  counted: async () => (await import('./trees/counted.generated.ts')).tree,
  room: async () => (await import('./trees/room.generated.ts')).tree,
  pagerank: async () => (await import('./trees/pagerank.generated.ts')).tree,
  alike: async () => (await import('./trees/alike.generated.ts')).tree,
  interval: async () => (await import('./trees/interval.generated.ts')).tree,
};
