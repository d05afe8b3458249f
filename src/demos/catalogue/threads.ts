import type { Json } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, duration, group, text } from './words.js';

/** Of processes, and again of threads. */
const measures = [
  'startMs',
  'memoryMb',
  'messageUs',
  'workMs',
  'takes.error',
  'takes.SIGKILL',
  'shares.list',
  'shares.sharedArrayBuffer',
];

export const threads: Demo = {
  name: 'threads',
  summary: 'the same work in processes and in threads: start, memory, messages, crashes, what is shared',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many processes, and then how many threads' },
    items: { default: 6, min: 1, max: 60, meaning: 'how many pieces of work' },
    delay: common.delay(500, 'the pause in each piece of work'),
    seed: { none: 'nothing here is left to chance: all pieces of work are alike' },
    kill: { none: 'each run of this demo crashes a process and a thread anyway' },
  },
  facts: ['process', 'thread'].flatMap((kind) => measures.map((measure) => `${kind}.${measure}`)),
  describe: ({ workers = 0, items: n = 0 }) => `${count(workers, 'process', 'processes')}, then ${count(workers, 'thread')} · ${count(n, 'piece')} of work`,
  explain,
  table,
  next: () => [
    { command: 'mp-tutor demo shared-array', why: 'processes that share memory after all' },
    { command: 'mp-tutor demo threads --source', why: "the program: only Node's own modules" },
    { command: 'mp-tutor demo pool', why: 'processes that are started once and kept' },
  ],
};

function explain(facts: Facts): string[] {
  const [process, thread] = [group(facts['process']), group(facts['thread'])];
  const ratio = (name: string): string => (Number(process[name]) / Number(thread[name])).toFixed(1);
  return [
    `A process took ${duration(Number(process['startMs']))} to start and a thread ${duration(Number(thread['startMs']))}; a process has ${ratio('memoryMb')} times the memory, since it brings a whole Node.`,
    `A process has a PID, so a signal can end it alone. All threads have the PID of their process: the SIGKILL that hit one of them took ${takes(thread, 'SIGKILL')}.`,
    'Node copies an object that is sent, to a process and to a thread; only a SharedArrayBuffer is the same memory, and only for threads.',
  ];
}

function table(facts: Facts): string[][] {
  const kinds = [group(facts['process']), group(facts['thread'])];
  const row = (title: string, cell: (kind: { readonly [key: string]: Json }) => string): string[] => [title, ...kinds.map(cell)];
  const shares = (name: string) => (kind: { readonly [key: string]: Json }) => (group(kind['shares'])[name] === true ? 'shared' : 'not shared');
  return [
    ['', 'process', 'thread'],
    row('start', (kind) => duration(Number(kind['startMs']))),
    row('memory', (kind) => `${Number(kind['memoryMb']).toFixed(0)} MB`),
    row('a message and its answer', (kind) => `${Number(kind['messageUs']).toFixed(0)} µs`),
    row('all the work', (kind) => duration(Number(kind['workMs']))),
    row('an object that was sent (Node copies it)', shares('list')),
    row('a SharedArrayBuffer', shares('sharedArrayBuffer')),
    row('an uncaught error takes', (kind) => takes(kind, 'error')),
    row('a SIGKILL takes', (kind) => takes(kind, 'SIGKILL')),
  ];
}

function takes(kind: { readonly [key: string]: Json }, death: string): string {
  return text(group(kind['takes'])[death]);
}
