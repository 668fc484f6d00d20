import { checkGoals, checkListedGoals } from '../testing/check-goals.ts';
import { goals } from './goals.ts';
import { scenarios } from './scenarios.ts';

checkListedGoals(goals, scenarios);
checkGoals('bitcoin', scenarios, { maxStates: 20_000, moreThan: 10 });
