import { fileURLToPath } from 'node:url';
import { PYTHON } from '../harness/contestants.mjs';
import { names } from '../programs/pool/contestants.mjs';

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const BARE_NODE = 'node -e 0';
const BARE_PYTHON = 'python3 -c pass';

const timed = (name, expected, command, rest) => ({ name, node: 'programs/start/stopwatch.mjs', args: [expected, ...command], ...rest });
const node = (name, file, args = [], rest = {}) =>
  timed(name, '49', [process.execPath, path(`programs/start/${file}`), ...args], { less: BARE_NODE, ...rest });
const python = (method) =>
  timed(`Python Pool, ${method}`, '49', [PYTHON, path('python/first_result.py'), method], { less: BARE_PYTHON });

const forks = [node('two forks of an empty file, the first has ended', 'forks.mjs', ['first']), node('two forks of an empty file, both have ended', 'forks.mjs', ['both'])];
const answering = [node('two forks of a module, the first answer', 'answering-forks.mjs', ['bare']), node('the same, and all three load our library', 'answering-forks.mjs', ['library'])];
const peers = [
  node('two worker_threads', 'threads.mjs'),
  node('piscina', 'piscina.mjs', [], { peer: 'piscina' }),
  node('tinypool, processes', 'tinypool.mjs', ['child_process'], { peer: 'tinypool' }),
  node('tinypool, threads', 'tinypool.mjs', ['worker_threads'], { peer: 'tinypool' }),
  node('workerpool, processes', 'workerpool.mjs', ['process'], { peer: 'workerpool' }),
  node('workerpool, threads', 'workerpool.mjs', ['thread'], { peer: 'workerpool' }),
  node('jest-worker, processes', 'jest-worker.mjs', ['processes'], { peer: 'jest-worker' }),
  node('jest-worker, threads', 'jest-worker.mjs', ['threads'], { peer: 'jest-worker' }),
];

export default {
  id: 'c',
  title: 'From nothing to the first result of a pool of two, less the bare runtime',
  unit: 'ms',
  better: 'less',
  rounds: 15,
  contestants: [
    node('Pool', 'ours.mjs', [], { ours: true }),
    timed(BARE_NODE, '', [process.execPath, '-e', '0']),
    timed(BARE_PYTHON, '', [PYTHON, '-c', 'pass']),
    ...forks,
    ...answering,
    ...peers,
    ...['fork', 'spawn', 'forkserver'].map(python),
  ],
  targets: [
    { says: 'beside two forks, until the first has ended', ours: 'Pool', beside: forks[0].name, atMost: 1.1 },
    { says: 'beside two forks, until both have ended', ours: 'Pool', beside: forks[1].name, atMost: 1.1 },
    { says: 'ahead of every Node peer', ours: 'Pool', beside: names(peers), atMost: 1 },
  ],
  notes: [
    'A task needs a module that is loaded, a channel and an answer, which an empty file does without: the forks of a module show what that takes, and what our library takes to be loaded in all three processes.',
    'The two bare runtimes are measured in the same rounds, from start to end; they stand here whole, and their time is taken off that of the others.',
  ],
};
