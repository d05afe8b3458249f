import type { Json } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, duration, group, hanging, isPython, number, startMethod, text } from './words.js';

/** Of processes, and again of threads. */
const measures = [
  'startMs',
  'memoryMb',
  'messageUs',
  'workMs',
  'aloneMs',
  'togetherMs',
  'takes.error',
  'takes.SIGKILL',
  'shares.list',
  'shares.sharedMemory',
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
  explain: (facts) => (facts['hung'] === true ? [hanging(facts)] : isPython(facts) ? explainPython(facts) : explainNode(facts)),
  figures: (facts) => {
    const { process, thread } = kinds(facts);
    const many = `by ${number(facts, 'workers')}`;
    return {
      'start of a process': duration(Number(process['startMs'])),
      'start of a thread': duration(Number(thread['startMs'])),
      'memory of a process': ofMemory(process),
      'memory of a thread': ofMemory(thread),
      'computing by 1 thread': duration(Number(thread['aloneMs'])),
      [`computing ${many} threads`]: duration(Number(thread['togetherMs'])),
      [`computing ${many} processes`]: duration(Number(process['togetherMs'])),
    };
  },
  contrast,
  table,
  next: (_, runtime) => [
    { command: 'mp-tutor demo shared-array', why: 'processes that share memory after all' },
    { command: 'mp-tutor demo threads --source', why: `the program: only ${runtime === 'node' ? 'Node' : 'Python'}'s own modules` },
    { command: 'mp-tutor demo pool', why: 'processes that are started once and kept' },
  ],
};

type Kind = { readonly [key: string]: Json };

function kinds(facts: Facts): { process: Kind; thread: Kind } {
  return { process: group(facts['process']), thread: group(facts['thread']) };
}

function explainNode(facts: Facts): string[] {
  const { process, thread } = kinds(facts);
  const ratio = (Number(process['memoryMb']) / Number(thread['memoryMb'])).toFixed(1);
  return [
    `${ofStart(facts)}; a process has ${ratio} times the memory, since it brings a whole Node.`,
    ofSignal(facts),
    'Node copies an object that is sent, to a process and to a thread; only a SharedArrayBuffer is the same memory, and only for threads.',
  ];
}

function explainPython(facts: Facts): string[] {
  const { process } = kinds(facts);
  const shared = startMethod(facts) === 'spawn' ? '' : ', most of which it shares with the process that it is a copy of, until one of them writes there';
  return [
    `${ofStart(facts)}. A process had ${ofMemory(process)} of memory${shared}.`,
    ...ofComputing(facts),
    ofSignal(facts),
    'A list that both were given is one list for all threads, and a copy for a process. A multiprocessing.Array is the same memory for both.',
  ];
}

function ofStart(facts: Facts): string {
  const { process, thread } = kinds(facts);
  return `A process took ${duration(Number(process['startMs']))} to start and a thread ${duration(Number(thread['startMs']))}`;
}

function ofSignal(facts: Facts): string {
  return `A process has a PID, so a signal can end it alone. All threads have the PID of their process: the SIGKILL that hit one of them took ${takes(kinds(facts).thread, 'SIGKILL')}.`;
}

/** What two do at the same time: of Python's threads, nothing that is written in Python, as long as there is the GIL. */
function ofComputing(facts: Facts): string[] {
  const workers = number(facts, 'workers');
  const { process, thread } = kinds(facts);
  if (workers < 2) {
    return [];
  }
  const times = (kind: Kind): string => `${duration(Number(kind['aloneMs']))} by one and ${duration(Number(kind['togetherMs']))} by ${workers}`;
  const why = facts['gil'] === true ? ' One thread at a time executes Python code: that is the GIL.' : '';
  return [`Computing, without pauses, took ${times(thread)} in threads, ${times(process)} in processes.${why}`];
}

function gain(kind: Kind): number {
  return Number(kind['aloneMs']) / Number(kind['togetherMs']);
}

function contrast(node: Facts, python: Facts): string[] {
  const workers = count(number(node, 'workers'), 'thread');
  const faster = (facts: Facts): string => `${gain(kinds(facts).thread).toFixed(1)} times as fast as one`;
  const computing =
    number(node, 'workers') < 2
      ? []
      : [
          `Computing, ${workers} of Node were ${faster(node)}, and ${workers} of Python ${faster(python)}.` +
            (python['gil'] === true ? ' A thread of Node has a JavaScript engine of its own; those of Python share one interpreter, which lets one at a time execute Python code (the GIL).' : ''),
        ];
  return [...computing, 'What they share is different too: threads of Python have all objects in common, and threads of Node only a SharedArrayBuffer.'];
}

function table(facts: Facts): string[][] {
  const { process, thread } = kinds(facts);
  const row = (title: string, cell: (kind: Kind) => string): string[] => [title, cell(process), cell(thread)];
  const shares = (name: string) => (kind: Kind) => (group(kind['shares'])[name] === true ? 'shared' : 'not shared');
  const time = (name: string) => (kind: Kind) => duration(Number(kind[name]));
  // Python's messages are in the trace, which takes longer than the messages.
  const [message, list, memory] = isPython(facts)
    ? ['a message and its answer, traced', 'a list that it was given', 'a multiprocessing.Array']
    : ['a message and its answer', 'an object that was sent (Node copies it)', 'a SharedArrayBuffer'];
  return [
    ['', 'process', 'thread'],
    row('start', time('startMs')),
    row('memory', ofMemory),
    row(message, (kind) => `${Number(kind['messageUs']).toFixed(0)} µs`),
    row('all the work', time('workMs')),
    row('without pauses, by one', time('aloneMs')),
    row(`without pauses, by ${number(facts, 'workers')}`, time('togetherMs')),
    row(list, shares('list')),
    row(memory, shares('sharedMemory')),
    row('an uncaught error takes', (kind) => takes(kind, 'error')),
    row('a SIGKILL takes', (kind) => takes(kind, 'SIGKILL')),
  ];
}

function ofMemory(kind: Kind): string {
  const megabytes = Number(kind['memoryMb']);
  return megabytes < 1 ? 'below 1 MB' : `${megabytes.toFixed(0)} MB`;
}

function takes(kind: Kind, death: string): string {
  return text(group(kind['takes'])[death]);
}
