// Asks for files and opens them.

import { chooseFiles } from '../widgets/choose-files.ts';
import { openFiles } from './open.ts';

export const chooseFile = (): void => chooseFiles((files) => void openFiles(files));
