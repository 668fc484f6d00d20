// Which tables of words a scenario speaks from.

const RULES = new Set(['transaction', 'forgery', 'invalid-flood']);
const CURVES = new Set(['retarget', 'timestamps', 'incentives']);
const LEDGER = new Set(['transaction', 'forgery']);
/** What shows bytes, and of these what walks headers. */
const CHAIN = new Set(['history', 'retarget', 'timestamps']);
const BYTES = new Set([...LEDGER, ...CHAIN]);
const MINING = new Set(['mine-a-block']);

/** On the step-through network. */
const NETWORK = new Set(['fork', 'double-spend', 'majority', 'partition', 'chain-growth']);
/** Of these, where A may pay. */
const PAID = new Set(['double-spend', 'majority', 'partition']);

/** On the same, with miners that choose or two versions of the rules. */
const RULED = new Set(['block-and-mempool', 'soft-fork', 'hard-fork', 'bugs-and-versions']);

export const wordsOf = (scenario: string): readonly string[] =>
  NETWORK.has(scenario)
    ? ['system', 'network', 'network-asked', ...(PAID.has(scenario) ? ['network-paid'] : []), 'bytes']
    : RULED.has(scenario)
      ? ['system', 'network', 'network-rules', 'bytes']
      : ownWords(scenario);

const ownWords = (scenario: string): readonly string[] => [
  'system',
  ...(RULES.has(scenario) ? ['rules'] : []),
  ...(LEDGER.has(scenario) ? ['ledger'] : []),
  ...(BYTES.has(scenario) ? ['bytes'] : []),
  ...(CHAIN.has(scenario) ? ['chain', 'import'] : []),
  ...(CURVES.has(scenario) ? ['curve'] : []),
  scenario,
  ...(MINING.has(scenario) ? ['mining-page'] : []),
];
