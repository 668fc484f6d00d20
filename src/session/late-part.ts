// A part of the program that arrives when it is first asked for, in a worker or beside one: asked for twice.

import { AGAIN_MS, askTwice } from '../base/ask-twice.ts';

export const part = <T>(load: () => Promise<T>): Promise<T> =>
  askTwice(load, () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)));
