// Names of the keys that every system's text tables have: titles, questions, switches, properties, predictions.

import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';

export const systemName = (): Text => text('system.title');
export const systemQuestion = (): Text => text('system.question');
export const systemPaper = (): Text => text('system.paper');
/** Where the paper can be read. */
export const PAPER_URL = 'system.url';
/** Sections from 16 on are the lectures' (MIT 6.824, lectures 16 to 20); the papers have fewer. */
export const isLecture = (section: string): boolean => Number.parseInt(section, 10) >= 16;
export const sourceOf = (section: string): Text =>
  text(isLecture(section) ? 'system.lecture' : 'system.source', { section });
export const groupName = (group: string): Text => text(`group.${group}`);
export const scenarioName = (scenario: string): Text => text(`${scenario}.short`);
export const scenarioTitle = (scenario: string): Text => text(`${scenario}.title`);
export const scenarioQuestion = (scenario: string): Text => text(`${scenario}.question`);
export const switchName = (name: string): Text => text(`switch.${name}`);
export const switchNote = (name: string): Text => text(`switch.${name}.note`);
export const switchValue = (name: string, value: string | number): Text | string =>
  typeof value === 'number' ? String(value) : text(`switch.${name}.${value}`);
export const propertyName = (name: string): Text => text(`property.${name}`);
export const propertyNote = (name: string): Text => text(`property.${name}.note`);
/** In two words how it ended. */
export const propertyEnd = (name: string, end: 'kept' | 'broken'): Text => text(`property.${name}.${end}`);
export const question = (scenario: string, id: string): Text => text(`${scenario}.predict.${id}`);
export const option = (scenario: string, id: string, letter: string): Text =>
  text(`${scenario}.predict.${id}.${letter}`);
