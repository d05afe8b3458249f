// A plain busy process: for each number that it is sent it counts so far, and answers when it began and ended.
import type { BusyAnswer } from '../ceiling.js';

/** Linear congruential steps: integer work that needs no memory, whose result is used so that no compiler drops it. */
function count(steps: number): number {
  let value = 1;
  for (let step = 0; step < steps; step += 1) {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
  }
  return value;
}

function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

process.on('message', (steps) => {
  const start = milliseconds();
  const result = count(Number(steps));
  const answer: BusyAnswer = { start, end: milliseconds(), result };
  process.send?.(answer, () => undefined);
});
