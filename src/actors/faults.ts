// What the network, or a crash, may do: picked by a person or a search, never by a scheduler.

export const FAULTS: ReadonlySet<string> = new Set([
  'drop',
  'duplicate',
  'resend',
  'crash',
  'recover',
  'cut',
  'heal',
]);
