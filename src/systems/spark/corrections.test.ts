import { checkCorrections } from '../testing/check-corrections.ts';
import { corrections } from './corrections.ts';

checkCorrections('spark', corrections);
