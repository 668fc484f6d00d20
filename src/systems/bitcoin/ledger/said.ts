// The two values of a rule as they are said: hashes and keys are cut, faults of a script have words.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';

export function saidOf(value: string | number): Text {
  const said = String(value);
  if (/^[a-z]+(-[a-z]+)+$/.test(said)) return text(`fault.${said}`);
  return text('n', { n: said.length > 24 ? `${said.slice(0, 10)}…${said.slice(-4)}` : said });
}
