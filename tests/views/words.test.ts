import { expect, it } from 'vitest';
import type { Arguments } from '../../src/trace/event.js';
import { sentence } from '../../src/views/words/sentence.js';
import { Actor } from './traces.js';

const actor = new Actor(100);
const i = (cat: string, name: string, args: Arguments = {}) => actor.instant(0, cat, name, args);
const b = (cat: string, name: string, args: Arguments = {}) => actor.span(0, 1, cat, name, args)[0];
const e = (cat: string, name: string, args: Arguments = {}) => actor.span(0, 1, cat, name, {}, args)[1];
const left = { pipe: 'pipe 1', end: 'left' };
const right = { pipe: 'pipe 1', end: 'right' };

it.each([
  [actor.named(0, 'main', 99), 'is running as main, a child of 99'],
  [new Actor(100, 3).named(0, 'thread 1'), 'is running as a thread: thread 1'],
  [i('process', 'start', { name: 'worker 1' }), 'starts a process: worker 1'],
  [i('process', 'started', { name: 'worker 1', child: 107 }), 'was started by 100'],
  [b('process', 'run', { name: 'worker 1', function: 'square' }), 'calls square()'],
  [e('process', 'run'), 'returns from its function'],
  [e('process', 'run', { error: 'Error: no' }), 'fails: Error: no'],
  [b('process', 'join', { child: 107 }), 'waits for 107 to end'],
  [e('process', 'join'), 'goes on: that process has ended'],
  [e('process', 'join', { timeout: true }), 'stops waiting: the time is up'],
  [i('process', 'exit', { child: 107, code: 0, signal: null }), 'has ended with exit code 0'],
  [i('process', 'exit', { child: 107, code: null, signal: 'SIGKILL' }), 'was killed by SIGKILL'],
  [b('pool', 'map', { pool: 'pool 1', items: 9, workers: 3 }), 'gives 9 items to pool 1 (3 workers)'],
  [b('pool', 'map', { pool: 'pool 1', items: null, workers: 1 }), 'gives items to pool 1 (1 worker)'],
  [e('pool', 'map'), 'has all results'],
  [e('pool', 'map', { error: 'Error: no' }), 'gets no results: Error: no'],
  [i('pool', 'send', { to: 107, index: 3, count: 1 }), 'sends item 4 to 107'],
  [i('pool', 'send', { to: 107, index: 3, count: 3 }), 'sends items 4 to 6 to 107'],
  [b('pool', 'task', { index: 3, value: '16' }), 'starts item 4: 16'],
  [e('pool', 'task', { value: '256' }), 'finishes its item, result 256'],
  [e('pool', 'task', { value: 'undefined' }), 'finishes its item'],
  [e('pool', 'task', { value: 'None' }), 'finishes its item'],
  [e('pool', 'task', { error: 'Error: no' }), 'fails at its item: Error: no'],
  [i('pool', 'result', { from: 107, index: 3, count: 1 }), 'has the result of item 4 from 107'],
  [i('pool', 'result', { from: 107, index: 3, count: 2 }), 'has the results of items 4 to 5 from 107'],
  [i('pool', 'retry', { index: 3, count: 1, died: 107 }), 'will send item 4 again, because 107 died'],
  [b('queue', 'put', { queue: 'queue 1', value: '"Rahim"' }), 'puts "Rahim" into queue 1'],
  [e('queue', 'put', { queue: 'queue 1', item: 3, size: 2 }), 'has put it into queue 1 (2 in it)'],
  [e('queue', 'put', { queue: 'queue 1', timeout: true }), 'gives up: no room in queue 1'],
  [b('queue', 'get', { queue: 'queue 1' }), 'asks queue 1 for an item'],
  [e('queue', 'get', { queue: 'queue 1', item: 3, size: 1, value: '"Rahim"' }), 'gets "Rahim" from queue 1 (1 in it)'],
  [e('queue', 'get', { queue: 'queue 1', timeout: true }), 'gives up: no item in queue 1'],
  [e('queue', 'get', { queue: 'queue 1', end: true }), 'learns that queue 1 is closed and empty'],
  [i('queue', 'close', { queue: 'queue 1' }), 'closes queue 1'],
  [b('pipe', 'send', { ...left, value: '1', bytes: 1 }), 'sends 1 into the left end of pipe 1 (1 byte)'],
  [e('pipe', 'send', { ...left, message: '107.1' }), 'has sent it'],
  [e('pipe', 'send', { ...left, error: 'EPIPE' }), 'cannot send: EPIPE'],
  [b('pipe', 'recv', right), 'waits for a message at the right end of pipe 1'],
  [
    e('pipe', 'recv', { ...right, message: '107.1', value: '"x"', bytes: 3 }),
    'receives "x" at the right end of pipe 1 (3 bytes)',
  ],
  [e('pipe', 'recv', { ...right, eof: true }), 'learns that nobody can send to the right end of pipe 1 any more'],
  [i('pipe', 'close', left), 'closes its copy of the left end of pipe 1'],
  [b('lock', 'wait', { lock: 'lock 1' }), 'asks for lock 1'],
  [e('lock', 'wait', { lock: 'lock 1' }), 'is given lock 1'],
  [e('lock', 'wait', { lock: 'lock 1', deadHolder: 107 }), 'takes lock 1 from 107, which died'],
  [e('lock', 'wait', { lock: 'lock 1', timeout: true }), 'gives up: lock 1 was not to be had'],
  [b('lock', 'hold', { lock: 'lock 1' }), 'holds lock 1'],
  [e('lock', 'hold', { lock: 'lock 1' }), 'lets go of lock 1'],
  [e('lock', 'hold', { lock: 'lock 1', by: 107 }), 'holds lock 1 no more: 107 has released it'],
  [e('lock', 'wait', { lock: 'lock 1', error: 'OSError: no' }), 'is not given lock 1: OSError: no'],
  [i('lock', 'untold', { lock: 'lock 1' }), 'takes lock 1 so often that no more of it is told'],
  [i('queue', 'untold', { queue: 'queue 1' }), 'uses queue 1 so often that no more of it is told'],
  [i('pipe', 'untold', { pipe: 'pipe 1' }), 'uses pipe 1 so often that no more of it is told'],
  [i('pool', 'untold', { pool: 'pool 1' }), 'uses pool 1 so often that no more of it is told'],
  [b('semaphore', 'wait', { semaphore: 'semaphore 1' }), 'asks for semaphore 1'],
  [e('semaphore', 'wait', { semaphore: 'semaphore 1', timeout: true }), 'gives up: semaphore 1 was not to be had'],
  [b('semaphore', 'hold', { semaphore: 'semaphore 1' }), 'holds semaphore 1'],
  [i('semaphore', 'release', { semaphore: 'semaphore 1' }), 'releases semaphore 1 without having acquired it'],
  [b('condition', 'wait', { condition: 'condition 1' }), 'waits to be notified by condition 1'],
  [e('condition', 'wait', { condition: 'condition 1' }), 'is notified by condition 1'],
  [i('condition', 'notify', { condition: 'condition 1' }), 'notifies whoever waits for condition 1'],
  [b('event', 'wait', { event: 'event 1' }), 'waits for event 1 to be set'],
  [e('event', 'wait', { event: 'event 1' }), 'goes on: event 1 is set'],
  [e('event', 'wait', { event: 'event 1', timeout: true }), 'stops waiting for event 1 to be set: the time is up'],
  [i('event', 'set', { event: 'event 1' }), 'sets event 1'],
  [i('event', 'clear', { event: 'event 1' }), 'clears event 1'],
  [i('event', 'untold', { event: 'event 1' }), 'uses event 1 so often that no more of it is told'],
  [b('barrier', 'wait', { barrier: 'barrier 1' }), 'waits for all others at barrier 1'],
  [e('barrier', 'wait', { barrier: 'barrier 1' }), 'goes on: all have come to barrier 1'],
  [e('barrier', 'wait', { barrier: 'barrier 1', error: 'BrokenBarrierError' }), 'waits no longer for all others at barrier 1: BrokenBarrierError'],
  [b('queue', 'join', { queue: 'queue 1' }), 'waits until all items of queue 1 are done'],
  [e('queue', 'join', { queue: 'queue 1' }), 'goes on: all items of queue 1 are done'],
  [e('queue', 'put', { queue: 'queue 1', end: true }), 'cannot put: queue 1 is closed'],
  [e('queue', 'get', { queue: 'queue 1', error: 'OSError: no' }), 'gets no item from queue 1: OSError: no'],
  [e('pipe', 'recv', { ...left, error: 'OSError: no' }), 'receives nothing at the left end of pipe 1: OSError: no'],
  [i('program', 'halfway', { done: 5 }), 'halfway (done 5)'],
  [b('program', 'work', { item: 3 }), 'begins: work (item 3)'],
  [e('program', 'work'), 'ends: work'],
  [actor.counter(0, 'done', { done: 5 }), 'counts: done 5'],
  [i('program', 'fact', { lost: 5, hung: false }), 'finds: lost 5, hung false'],
  [i('program', 'cells', { name: 'ages', values: [1, 2, 3] }), 'ages holds 1 2 3'],
  [i('output', 'stdout', { text: 'hello' }), 'prints: hello'],
  [i('output', 'stderr', { text: 'oh no' }), 'prints an error: oh no'],
  [i('stage', 'stop'), 'is stopped, with all its processes (SIGSTOP)'],
  [i('stage', 'continue'), 'goes on, with all its processes (SIGCONT)'],
  [i('stage', 'kill', { target: 107 }), 'is killed by the tutor (SIGKILL)'],
  [i('gate', 'open', { gate: 1 }), 'gate open happens (gate 1)'],
  [b('queue', 'peek', { queue: 'queue 1' }), 'queue peek begins (queue queue 1)'],
])('%o', (event, words) => {
  expect(sentence(event).words).toBe(words);
});

it.each([
  [i('process', 'exit', { child: 107, code: 0, signal: null }), 107],
  [i('process', 'started', { name: 'worker 1', child: 107 }), 107],
  [i('stage', 'kill', { target: 107 }), 107],
  [i('pool', 'send', { to: 107, index: 0, count: 1 }), 100],
])('is about whom it happens to: %o', (event, pid) => {
  expect(sentence(event)).toMatchObject({ pid, tid: pid });
});

it('has no control characters, whatever a program prints', () => {
  const words = sentence(i('output', 'stdout', { text: '\u001b[2Jred\n\u0007\u202e' })).words;
  expect(words).toBe('prints: red ');
});
