// Asks for files and opens them, or gives them to whoever asks.

import { openFiles } from './open.ts';

export const chooseFile = (): void => chooseFiles((files) => void openFiles(files));

export function chooseFiles(take: (files: readonly File[]) => void, multiple = true): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.onchange = () => take([...(input.files ?? [])]);
  input.click();
}
