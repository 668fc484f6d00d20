// What the timestamp box says.

export const words = {
  'box.clock': 'The box has ticked **{clock}** times. A stamp more than **{period}** ticks old is refused.',
  'box.off': 'There is no timestamp box: nobody can tell how old a world is.',
  'box.user': 'user',
  'box.stamp': 'newest stamp shown',
  'box.atAsk': 'age then',
  'box.age': 'age now',
  'box.tooOld': 'too old',
  'box.tell':
    '**{user}** last asked in step {asked} and was shown stamp {tick}, then {atAsk} ticks old; by now it is {age} ticks old.',
  'box.tell.old':
    '**{user}** last asked in step {asked} and was shown stamp {tick}, then {atAsk} ticks old, too old; by now it is {age} ticks old.',
  'box.tell.never': '**{user}** has not asked yet.',
  'timestamp-box.predict.age':
    'The newest stamp in B’s branch is 3 ticks old; 2 are allowed. What does B do?',
  'timestamp-box.predict.age.refuses': 'it refuses',
  'timestamp-box.predict.age.accepts': 'it signs: everything is in order',
  'timestamp-box.predict.age.box': 'it asks the box',
  'timestamp-box.goal.stale': 'Show A a log that is three ticks old',
} as const;
