// Bitcoin, as the catalog sees it: what home shows of it, and where everything else is. Only lazy imports stand here.

import type { Folder } from '../../contract/loading.ts';
import { wordsOf } from './words-of.ts';

export const entry: Folder = {
  wordsOf,
  manifest: () => import('./index.ts').then((m) => m.bitcoin),
  functions: () => import('./mining/functions.ts').then((m) => m.miningFunctions),
  corrections: () => import('./corrections.ts').then((m) => m.corrections),
  readers: () => import('./readers.ts').then((m) => m.readers),
  verbs: () => import('./verbs.ts').then((m) => m.verbs),
  words: {
    system: { en: () => import('./text/system.en.ts'), zh: () => import('./text/system.zh.ts') },
    rules: { en: () => import('./text/rules.en.ts'), zh: () => import('./text/rules.zh.ts') },
    ledger: { en: () => import('./text/ledger.en.ts'), zh: () => import('./text/ledger.zh.ts') },
    transaction: {
      en: () => import('./text/transaction.en.ts'),
      zh: () => import('./text/transaction.zh.ts'),
    },
    forgery: { en: () => import('./text/forgery.en.ts'), zh: () => import('./text/forgery.zh.ts') },
    'mine-a-block': {
      en: () => import('./text/mine-a-block.en.ts'),
      zh: () => import('./text/mine-a-block.zh.ts'),
    },
    'mining-page': {
      en: () => import('./text/mining-page.en.ts'),
      zh: () => import('./text/mining-page.zh.ts'),
    },
    mining: { en: () => import('./text/mining.en.ts'), zh: () => import('./text/mining.zh.ts') },
    retarget: { en: () => import('./text/retarget.en.ts'), zh: () => import('./text/retarget.zh.ts') },
    timestamps: { en: () => import('./text/timestamps.en.ts'), zh: () => import('./text/timestamps.zh.ts') },
    'invalid-flood': {
      en: () => import('./text/invalid-flood.en.ts'),
      zh: () => import('./text/invalid-flood.zh.ts'),
    },
    incentives: { en: () => import('./text/incentives.en.ts'), zh: () => import('./text/incentives.zh.ts') },
    history: { en: () => import('./text/history.en.ts'), zh: () => import('./text/history.zh.ts') },
    bytes: { en: () => import('./text/bytes.en.ts'), zh: () => import('./text/bytes.zh.ts') },
    chain: { en: () => import('./text/chain.en.ts'), zh: () => import('./text/chain.zh.ts') },
    curve: { en: () => import('./text/curve.en.ts'), zh: () => import('./text/curve.zh.ts') },
    corrections: {
      en: () => import('./text/corrections.en.ts'),
      zh: () => import('./text/corrections.zh.ts'),
    },
    network: { en: () => import('./text/network.en.ts'), zh: () => import('./text/network.zh.ts') },
    'network-asked': {
      en: () => import('./text/network-asked.en.ts'),
      zh: () => import('./text/network-asked.zh.ts'),
    },
    'network-paid': {
      en: () => import('./text/network-paid.en.ts'),
      zh: () => import('./text/network-paid.zh.ts'),
    },
    'why-not-a-server': {
      en: () => import('./text/why-not-a-server.en.ts'),
      zh: () => import('./text/why-not-a-server.zh.ts'),
    },
    'proof-of-stake': {
      en: () => import('./text/proof-of-stake.en.ts'),
      zh: () => import('./text/proof-of-stake.zh.ts'),
    },
    'network-endings': {
      en: () => import('./text/network-endings.en.ts'),
      zh: () => import('./text/network-endings.zh.ts'),
    },
    'network-rules': {
      en: () => import('./text/network-rules.en.ts'),
      zh: () => import('./text/network-rules.zh.ts'),
    },
    terms: { en: () => import('./text/terms.en.ts'), zh: () => import('./text/terms.zh.ts') },
    import: { en: () => import('./text/import.en.ts'), zh: () => import('./text/import.zh.ts') },
  },
};
