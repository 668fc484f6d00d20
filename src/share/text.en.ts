// What can be wrong with a link or a saved file, in English.

export const en = {
  'link.none':
    'This is not a Lamplight link: a link has `#/SYSTEM/SCENARIO` or `#/v1/SYSTEM/SCENARIO?...` in it.',
  'link.cut': 'This link is cut off: its last characters are missing. Copy it again, whole.',
  'link.mangled':
    'This link is damaged: some character in it was changed on the way. Copy it again, or ask for it as a file.',
  'link.newer':
    'This link was made by a newer Lamplight (link format {version}; this one reads up to {newest}). Update and open it again.',
  'link.too-long':
    'This link asks for {steps} steps; {most} is the most that a link may ask for. Use a saved file.',
  'link.unknown-system': 'There is no system called `{system}` here. There are: {known}.',
  'link.unknown-scenario': '`{system}` has no scenario called `{scenario}`. It has: {known}.',
  'link.other-model':
    'This link was made with version {made} of {system}; this is version {here}. It is shown as far as it still goes.',
  'link.stopped': 'It was stopped after step {step} of {of}.',
  'link.stops':
    'The model has changed since this link was made: its choice in step {step} is no longer possible. The run is shown up to there.',
  'link.drifted':
    'The model has changed since this link was made: the same choices no longer show what was shared.',
  'saved.not-json': 'This file is not a saved run: it is not JSON.',
  'saved.too-big': 'This file is too large to be a saved run: {size} where {most} is the most.',
  'saved.newer':
    'This file was saved by a newer Lamplight (format {version}; this one reads up to {newest}).',
  'saved.not-saved': 'This file is not a saved run: it has no `lamplight` version number.',
  'saved.wrong': 'This saved run is damaged at `{where}`: {expected} should be there, not {received}.',
  'saved.unreadable': 'This file cannot be read.',
  'saved.changed':
    'This saved run is damaged: something in it was changed after it was saved. Ask for the file again.',
  'saved.bad-key': 'This saved run is damaged: `{where}` may not be in it.',
  'saved.too-deep': 'This saved run is damaged: it is nested too deep at `{where}`.',
  'saved.no-parent':
    'This saved run is damaged at `{where}`: a try must leave an earlier one at a step which that one has.',
  'saved.too-long': 'This saved run has {steps} steps; {most} is the most.',
  'saved.no-cursor': 'This saved run is damaged at `cursor`: there is no such step.',
  'saved.other-model':
    'This run was saved with version {made} of {system}; this is version {here}. It is shown as far as it still goes.',
  'saved.stops':
    'The model has changed since this run was saved: the choice in step {step} of try {try} is no longer possible. It is shown up to there.',
  'saved.drifted':
    'The model has changed since this run was saved: the same choices now lead to another state than before.',
} as const;

export type ShareTextKey = keyof typeof en;
