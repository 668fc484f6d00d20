import { checkGoals, checkListedGoals } from '../testing/check-goals.ts';
import { goals } from './goals.ts';
import { scenarios } from './scenarios.ts';

checkListedGoals(goals, scenarios);
checkGoals('spark', scenarios, { maxStates: 2000, moreThan: 5 });
