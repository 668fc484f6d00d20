// Words of the course page and of the page of corrections. Merged into the page's table.

export const home = {
  'home.live': 'A race, live',
  'home.live.loading': 'Setting up the race',
  'home.live.step': 'step {step}',
  'home.live.begin': 'Press Next step: one thing happens at a time.',
  'home.live.again': 'Again',
  'home.live.open': 'Open this race',
  'home.continue': 'Continue:',
  'home.continueAt': '{system}, {scenario}, step {step}',
  'home.continueTries': '{system}, {scenario}, {tries}, step {step}',
  'home.search': 'Find a scenario',
  'home.searchNone': 'No scenario says that. Try one word: lease, region, stale.',
  'home.searchFound': '{count scenario|scenarios}',
  'home.done': 'done',
  'home.current': 'you are here',
  'home.guessed': '{right} of {answered} predicted',
  'home.correctionsLead': 'Where the lecture notes are looser than the paper, with the run that shows it.',
  'home.foot': 'What you step through is kept in this browser only.',
  'home.licences': 'Licences',

  'corrections.title': 'What the notes say loosely',
  'corrections.lead':
    'The lecture notes are a summary, and good ones. Here are the places where the paper says something else, or more, and the run that shows it. Each opens at its moment.',
  'corrections.notes': 'The notes, section {section}',
  'corrections.paper': 'The paper, section {section}',
  'corrections.papers': 'The paper, the protocol',
  'corrections.run': 'The run',
  'corrections.open': 'See it at step {step}',
} as const;

export type HomeKey = keyof typeof home;
