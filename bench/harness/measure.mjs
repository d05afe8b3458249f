// Runs the contestants of a row in turns, so that whatever else the machine does falls on all of them alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const DEFAULT_LIMIT_MS = 120_000;
/** Of what a contestant complains, in characters. */
const MOST_TOLD = 500;

/**
 * The values of each contestant, one for each round, and who failed. One more round goes before them, for caches to fill.
 * Each round begins with another contestant, since the first of a round has a cooler machine.
 * @param contestants - prepared, with `command`
 * @param tell - is told of each run before it begins
 * @param signal - ends the one that runs, and throws
 */
export async function measure(contestants, rounds, tell, signal) {
  const values = new Map(contestants.map(({ name }) => [name, []]));
  const failures = new Map();
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(turn + round) % contestants.length];
      if (failures.has(contestant.name)) {
        continue;
      }
      tell(round, contestant.name);
      const outcome = await run(contestant, signal);
      signal.throwIfAborted();
      if (outcome.failure !== undefined) {
        failures.set(contestant.name, outcome.failure);
        // A ratio is of values of the same round, and so wants all of them.
        values.delete(contestant.name);
      } else if (round > 0) {
        values.get(contestant.name).push(outcome.value);
      }
    }
  }
  return { values, failures };
}

/** A contestant measures itself and prints `{"value": N}`; with `wall`, the time of its whole process in ms is the value. */
async function run({ command: [program, ...args], wall = false, limitMs = DEFAULT_LIMIT_MS }, signal) {
  // Where it is set, it makes every Node process 75 ms slower.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const began = performance.now();
  // A group of its own: what it started goes with it.
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => endGroup(child.pid);
  signal.addEventListener('abort', end);
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    end();
  }, limitMs);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status, endedBy] = await once(child, 'exit').catch((error) => [error.message]);
  const took = performance.now() - began;
  clearTimeout(limit);
  signal.removeEventListener('abort', end);
  end();
  const [stdout, stderr] = await output;
  if (isLate) {
    return { failure: `did not end within ${limitMs / 1000} s` };
  }
  if (status !== 0) {
    return { failure: `ended with ${status ?? endedBy}: ${stderr.trim().slice(0, MOST_TOLD)}` };
  }
  return wall ? { value: took } : valueIn(stdout);
}

function valueIn(stdout) {
  try {
    const { value } = JSON.parse(stdout.trim().split('\n').at(-1));
    return Number.isFinite(value) ? { value } : { failure: `printed the value ${value}` };
  } catch {
    return { failure: `printed no {"value": …}: ${stdout.slice(0, 200)}` };
  }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}
