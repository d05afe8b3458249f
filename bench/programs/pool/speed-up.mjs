// Row (b): `node speed-up.mjs POOL` prints how many times as fast 64 tasks of about 20 ms are with two workers as with one.
import { print, time } from '../repeat.mjs';
import { open } from './peers.mjs';

const COUNT = 64;
const TASK_MS = 20;
/** Of which it is learned how many steps a task must have, and by which the workers' code becomes warm. */
const TRIAL_STEPS = 2_000_000;
const TRIALS = 6;

const one = await open(process.argv[2], 1);
const two = await open(process.argv[2], 2);
const steps = Math.round((TRIAL_STEPS * TASK_MS) / (await msOfTrial(one)));
await msOfTrial(two);
print((await msOfAll(one)) / (await msOfAll(two)));
await Promise.all([one.close(), two.close()]);

/** The fastest trial on one worker, after which all workers are warm. */
async function msOfTrial(pool) {
  const times = [];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    times.push(await time(() => Promise.all([pool.run('burn', TRIAL_STEPS), pool.run('burn', TRIAL_STEPS)]), agree));
  }
  return Math.min(...times) / 2;
}

function msOfAll(pool) {
  const tasks = Array.from({ length: COUNT }, () => steps);
  return time(() => (pool.map ? pool.map('burn', tasks) : Promise.all(tasks.map((each) => pool.run('burn', each)))), agree);
}

function agree(results) {
  if (!results.every((result) => Number.isInteger(result) && result === results[0])) {
    throw new Error(`the same task gave ${results.join(', ')}`);
  }
}
