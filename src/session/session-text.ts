// Sentences of the session and of share/, by keys that their tables are known to have.

import { Refusal } from '../base/result.ts';
import type { Text, TextArg } from '../base/text.ts';
import type { ShareTextKey } from '../share/text.en.ts';
import type { SessionTextKey } from './text.en.ts';

type Key = SessionTextKey | ShareTextKey;
type Args = Readonly<Record<string, TextArg>>;

export const sessionText = (key: Key, args?: Args): Text => (args === undefined ? { key } : { key, args });

export const refused = (key: Key, args?: Args): Refusal => new Refusal(sessionText(key, args));
