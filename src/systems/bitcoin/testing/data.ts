// The real data beside the project, where it is: tests that need it say 'skipped' elsewhere.

import { existsSync, readFileSync } from 'node:fs';

const folder = '../shared/data/bitcoin';

export const hasData = existsSync(folder);
export const dataFile = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));
export const dataText = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
export const dataJson = (name: string): unknown => JSON.parse(dataText(name));
