// The page's order with the browser's own things around it, and what a learner does to the open run.

import { createMoves } from './order/moves.ts';
import { createOpening } from './order/opening.ts';
import { createOrder } from './order/order.ts';
import { webRim } from './web-rim.ts';

export const order = createOrder(webRim);
export const opening = createOpening(order);
export const {
  answer,
  skipQuestion,
  goTo,
  goToTry,
  choose,
  nextStep,
  backStep,
  toStart,
  toEnd,
  stopRunning,
  interesting,
  nameTry,
  tryChoices,
  setParams,
  setColumns,
  want,
  seeBy,
  placeNow,
} = createMoves(order);
