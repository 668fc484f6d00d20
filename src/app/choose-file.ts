// Asks for files and opens them.

import { openFiles } from './open.ts';

export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.onchange = () => {
    void openFiles([...(input.files ?? [])]);
  };
  input.click();
}
