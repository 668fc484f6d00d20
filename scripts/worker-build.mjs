// How workers are built: an entry has a file of its own beside what is used from it. Where a part imported the entry,
// WebKit would run it a second time, and two sessions would answer whatever is asked.

/** @type {NonNullable<import('vite').UserConfig['worker']>} */
export const workerBuild = {
  format: 'es',
  rolldownOptions: {
    output: {
      codeSplitting: { groups: [{ name: 'all', tags: ['$initial'], test: /^(?!.*\/worker\.ts$)/ }] },
    },
  },
};
