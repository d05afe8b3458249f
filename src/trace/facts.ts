import { isAsleep } from './asleep.js';
import type { Json, TraceEvent } from './event.js';
import type { Outcome } from './outcome.js';
import { printedValues } from './printed.js';

/** Named values of one run. Which there are, `docs/architecture.md` says; a program adds its own by `mark('fact', …)`. */
export type Facts = { readonly [name: string]: Json };

/**
 * Counts the facts of a run from its trace and from what the OS said of it.
 * Times are in milliseconds, memory in bytes; items, tasks and workers are named as in the trace.
 */
export function countFacts(events: readonly TraceEvent[], outcome: Outcome): Facts {
  return {
    ...ofProcesses(events, outcome),
    ...ofTasks(events),
    ...ofQueues(events),
    ...ofPipes(events),
    ...ofLocks(events),
    ...ofOutput(events),
    ...ofOutcome(outcome),
    untold: untoldThings(events),
    asleep: outcome.hung && isAsleep(outcome.waits, events),
    ...Object.fromEntries(events.filter(is('program', 'fact', 'i')).flatMap(({ args }) => Object.entries(args))),
  };
}

/** What every run has, whatever its program marks. */
export function commonFacts(): readonly string[] {
  return Object.keys(ofNothing());
}

/** Those of them that are neither groups nor lists in any run. */
export function plainFacts(): readonly string[] {
  return Object.entries(ofNothing()).flatMap(([name, value]) => (typeof value === 'object' && value !== null ? [] : name));
}

function ofNothing(): Facts {
  return countFacts([], { ending: 'exited', code: 0, signal: undefined, hung: false, elapsedMs: 0, tornLines: 0, processes: [], waits: [] });
}

function is(cat: string, name: string, ph: TraceEvent['ph']): (event: TraceEvent) => boolean {
  return (event) => event.cat === cat && event.name === name && event.ph === ph;
}

function ofProcesses(events: readonly TraceEvent[], outcome: Outcome): Facts {
  const named = events.filter(is('process', 'process_name', 'M'));
  const names = new Map(named.map(({ pid, args }) => [pid, args['name'] ?? '']));
  const deaths = events
    .filter(is('process', 'exit', 'i'))
    .filter(({ args }) => args['signal'] !== null)
    .map(({ args }) => ({ pid: args['child'] ?? 0, name: names.get(Number(args['child'])) ?? '', signal: args['signal'] ?? '' }));
  // A program that writes no trace is known from outside only.
  return { processes: names.size || outcome.processes.length, startMs: median(startTimes(events)), deaths };
}

/** From the parent's decision to start a process to the first word of that process. */
function startTimes(events: readonly TraceEvent[]): number[] {
  const deciding = new Map<number, number>();
  const decided = new Map<Json, number>();
  const named = new Map<Json, number>();
  for (const { cat, name, pid, ts, args } of events) {
    const key = cat === 'process' ? name : '';
    if (key === 'start') {
      deciding.set(pid, ts);
    } else if (key === 'started') {
      decided.set(args['child'] ?? 0, deciding.get(pid) ?? ts);
    } else if (key === 'process_name') {
      named.set(pid, ts);
    }
  }
  // A forked child may say its name before its parent says that it was started.
  return [...decided].flatMap(([child, start]) => {
    const first = named.get(child);
    return first === undefined ? [] : [(first - start) / 1000];
  });
}

/** What a pool's workers did; where there is no pool, what the processes did that ran a function. */
function ofTasks(events: readonly TraceEvent[]): Facts {
  const begun = events.filter(is('pool', 'task', 'b'));
  const tasks = new Map(begun.map((event) => [spanKey(event), { job: event.args['job'], index: Number(event.args['index']) }]));
  // Of a task whose worker died there is no end.
  const ended = events.filter(is('pool', 'task', 'e')).flatMap((event) => {
    const task = tasks.get(spanKey(event));
    return task ? [{ ...task, pid: event.pid, isWell: event.args['error'] === undefined }] : [];
  });
  const completed = ended.filter(({ isWell }) => isWell);
  const jobs = [...new Set(completed.map(({ job }) => job))].map((job) => completed.filter((task) => task.job === job));
  const workers = new Set((begun.length > 0 ? ended : events.filter(is('process', 'run', 'b'))).map(({ pid }) => pid));
  return {
    workerPids: workers.size,
    tasks: new Set(ended.map(({ job, index }) => `${JSON.stringify(job)} ${index}`)).size,
    tasksByPid: byPid(ended, ({ index }) => index + 1),
    completionOrder: completed.map(({ index }) => index + 1),
    completedInOrder: jobs.every((done) => done.every(({ index }, i) => i === 0 || index > (done[i - 1]?.index ?? 0))),
    retries: events.filter(is('pool', 'retry', 'i')).length,
  };
}

function ofQueues(events: readonly TraceEvent[]): Facts {
  const puts = events.filter(is('queue', 'put', 'e')).filter(({ args }) => args['item'] !== undefined);
  // One that a process without a trace has put in has no number.
  const gets = events.filter(is('queue', 'get', 'e')).filter(({ args }) => (args['item'] ?? args['value']) !== undefined);
  return {
    puts: puts.length,
    gets: gets.length,
    largestQueue: largest(puts.map(({ args }) => Number(args['size']))),
    longestPutMs: largest(spanTimes(events, 'queue', 'put')),
    getsByPid: byPid(gets, ({ args }) => args['value'] ?? ''),
  };
}

function ofPipes(events: readonly TraceEvent[]): Facts {
  const ends = events.filter(is('pipe', 'recv', 'e'));
  return {
    sends: events.filter(is('pipe', 'send', 'e')).filter(({ args }) => args['message'] !== undefined).length,
    recvs: ends.filter(({ args }) => args['message'] !== undefined).length,
    eofs: ends.filter(({ args }) => args['eof'] === true).length,
    brokenPipes: events.filter(is('pipe', 'send', 'e')).filter(({ args }) => args['error'] !== undefined).length,
  };
}

function ofLocks(events: readonly TraceEvent[]): Facts {
  const waits = events.filter(is('lock', 'wait', 'e'));
  return {
    lockAcquisitions: events.filter(is('lock', 'hold', 'b')).length,
    deadHolders: waits.flatMap(({ args }) => args['deadHolder'] ?? []),
    longestLockWaitMs: largest(spanTimes(events, 'lock', 'wait')),
  };
}

/** As people sort: 10 comes after 9. */
const naturally = new Intl.Collator('en', { numeric: true });

/** Of which things a process told no more, since there was too much to tell: what is counted of these is a lower bound. */
function untoldThings(events: readonly TraceEvent[]): string[] {
  const names = events.flatMap(({ cat, name, ph, args }) => {
    const thing = name === 'untold' && ph === 'i' ? args[cat] : undefined;
    return typeof thing === 'string' ? [thing] : [];
  });
  return [...new Set(names)].toSorted(naturally.compare);
}

function ofOutput(events: readonly TraceEvent[]): Facts {
  const output = events.filter(is('output', 'stdout', 'i')).map(({ args: { text } }) => (typeof text === 'string' ? text : ''));
  return {
    output,
    outputInOrder: output.every((line, index) => naturally.compare(output[index - 1] ?? '', line) <= 0),
    printed: printedValues(output),
  };
}

function ofOutcome({ ending, code, signal, hung, elapsedMs, tornLines }: Outcome): Facts {
  return { ending, exitCode: code ?? null, signal: signal ?? null, hung, elapsedMs, tornLines };
}

function spanTimes(events: readonly TraceEvent[], cat: string, name: string): number[] {
  const begun = new Map(events.filter(is(cat, name, 'b')).map((event) => [spanKey(event), event.ts]));
  return events.filter(is(cat, name, 'e')).flatMap((event) => {
    const start = begun.get(spanKey(event));
    return start === undefined ? [] : [(event.ts - start) / 1000];
  });
}

function spanKey(event: TraceEvent): string {
  return 'id' in event ? `${event.pid} ${event.id}` : '';
}

function byPid<Done extends { readonly pid: number }>(all: readonly Done[], value: (done: Done) => Json): { [pid: string]: Json[] } {
  const grouped: { [pid: string]: Json[] } = {};
  for (const done of all) {
    (grouped[done.pid] ??= []).push(value(done));
  }
  return grouped;
}

/** Not `Math.max(...)`, which takes only some 100,000 arguments. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
