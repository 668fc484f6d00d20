// Asks for a file and opens it.

import { openFile } from './open.ts';

export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) void openFile(file);
  };
  input.click();
}
