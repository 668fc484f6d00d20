import { checkGoals } from '../testing/check-goals.ts';
import { scenarios } from './scenarios.ts';

checkGoals('blockstack', scenarios, { maxStates: 20_000, moreThan: 10 });
