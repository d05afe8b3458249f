import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Arguments, TraceEvent } from '../../src/trace/event.js';
import { run } from './support.js';

interface Traced {
  readonly events: TraceEvent[];
  readonly lines: string[];
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const traces = new Map<string, Promise<Traced>>();

/** The trace of a program that does everything of one category, which is run once. */
function trace(category: string): Promise<Traced> {
  const traced = traces.get(category) ?? record(category);
  traces.set(category, traced);
  return traced;
}

async function record(category: string): Promise<Traced> {
  const file = join(folder(), 'trace');
  expect((await run('traced.mjs', [category], { env: { MP_TUTOR_TRACE: file } })).said).toBe('done');
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
  return { lines, events: lines.map((line) => JSON.parse(line) as TraceEvent) };
}

/** The arguments of the instants of this name. */
const instants = ({ events }: Traced, cat: string, name: string): Arguments[] =>
  events.filter((event) => event.ph === 'i' && event.cat === cat && event.name === name).map(({ args }) => args);

/** The arguments of both ends of the spans of this name, in the order of their beginnings; without an end, the first only. */
function spans({ events }: Traced, cat: string, name: string): Arguments[][] {
  const ours = events.filter((event) => event.cat === cat && event.name === name);
  return ours.filter(({ ph }) => ph === 'b').map((begin) => {
    const end = ours.find((event) => event.ph === 'e' && event.pid === begin.pid && 'id' in event && 'id' in begin && event.id === begin.id);
    return end ? [begin.args, end.args] : [begin.args];
  });
}

const anyPid = expect.any(Number) as number;

/** The PID of the process with this name. */
const pidOf = ({ events }: Traced, name: string): number | undefined =>
  events.find((event) => event.name === 'process_name' && event.args['name'] === name)?.pid;

describe('the trace tells', () => {
  it('of processes', async () => {
    const traced = await trace('process');
    const [main, rester, failer] = ['main', 'rester', 'failer'].map((name) => pidOf(traced, name));
    const names = ['rester', 'leaver', 'victim', 'failer'];
    expect(instants(traced, 'process', 'start')).toEqual(names.map((name) => ({ name })));
    expect(instants(traced, 'process', 'started')).toEqual(names.map((name) => ({ name, child: anyPid })));
    expect(instants(traced, 'process', 'exit')).toEqual([
      { child: rester, code: 0, signal: null },
      { child: anyPid, code: 3, signal: null },
      { child: anyPid, code: null, signal: 'SIGKILL' },
      { child: failer, code: 1, signal: null },
    ]);
    expect(spans(traced, 'process', 'join')).toEqual([
      [{ child: rester }, { timeout: true }], [{ child: rester }, {}], [{ child: anyPid }, {}], [{ child: anyPid }, {}], [{ child: failer }, {}],
    ]);
    expect(spans(traced, 'process', 'run')).toEqual([
      [{ name: 'rester', function: 'rest' }, {}],
      [{ name: 'leaver', function: 'exit' }],
      [{ name: 'failer', function: 'fail' }, { error: 'Error: on purpose' }],
    ]);
    const first = traced.events.filter((event, index, all) => all.findIndex(({ pid }) => pid === event.pid) === index);
    expect(first.map(({ ph, name, args }) => [ph, name, args['parent']])).toEqual([
      ['M', 'process_name', process.pid], ['M', 'process_name', main], ['M', 'process_name', main], ['M', 'process_name', main],
    ]);
  });

  it('of pools', async () => {
    const traced = await trace('pool');
    const about = { pool: 'pool 1', items: 1, workers: 1 };
    expect(spans(traced, 'pool', 'map')).toEqual([
      [{ ...about, job: 'job 1', function: 'square' }, {}],
      [{ ...about, job: 'job 2', function: 'failAt2' }, { error: 'Error: on purpose' }],
      [{ ...about, job: 'job 3', function: 'dieOnce' }, {}],
    ]);
    expect(spans(traced, 'pool', 'task')).toEqual([
      [{ job: 'job 1', index: 0, value: '3' }, { value: '9' }],
      [{ job: 'job 2', index: 0, value: '2' }, { error: 'Error: on purpose' }],
      [{ job: 'job 3', index: 0, value: '7' }],
      [{ job: 'job 3', index: 0, value: '7' }, { value: '7' }],
    ]);
    const jobs = ['job 1', 'job 2', 'job 3', 'job 3'];
    const [one, two] = [pidOf(traced, 'worker 1'), pidOf(traced, 'worker 2')];
    expect(instants(traced, 'pool', 'send')).toEqual([one, one, one, two].map((to, at) => ({ job: jobs[at], to, index: 0, count: 1 })));
    expect(instants(traced, 'pool', 'result')).toEqual([one, one, two].map((from, at) => ({ job: jobs[at], from, index: 0, count: 1 })));
    expect(instants(traced, 'pool', 'retry')).toEqual([{ job: 'job 3', index: 0, count: 1, died: one }]);
  });

  it('of queues', async () => {
    const traced = await trace('queue');
    const queue = 'queue 1';
    expect(spans(traced, 'queue', 'put')).toEqual([
      [{ queue, value: '{ a: 1 }' }, { queue, item: 1, size: 1 }],
      [{ queue, value: "'second'" }, { queue, item: 2, size: 1 }],
      [{ queue, value: "'third'" }, { queue, timeout: true }],
      [{ queue, value: "'late'" }, { queue, end: true }],
    ]);
    expect(spans(traced, 'queue', 'get')).toEqual([
      [{ queue }, { queue, item: 1, size: 0, value: '{ a: 1 }' }],
      [{ queue }, { queue, timeout: true }],
      [{ queue }, { queue, item: 2, size: 0, value: "'second'" }],
      [{ queue }, { queue, end: true }],
    ]);
    expect(instants(traced, 'queue', 'close')).toEqual([{ queue }]);
  });

  it('of pipes', async () => {
    const traced = await trace('pipe');
    const child = pidOf(traced, 'process 1');
    const [left, right] = [{ pipe: 'pipe 1', end: 'left' }, { pipe: 'pipe 1', end: 'right' }];
    expect(spans(traced, 'pipe', 'send')).toEqual([
      [{ ...right, value: "{ text: 'from the child' }", bytes: 25 }, { ...right, message: `${child}.1` }],
      [{ ...left, value: '<Buffer 61 62 63>', bytes: 3 }, { ...left, error: expect.stringMatching(/^BrokenPipeError/) as string }],
    ]);
    expect(spans(traced, 'pipe', 'recv')).toEqual([
      [left, { ...left, message: `${child}.1`, value: "{ text: 'from the child' }", bytes: 25 }],
      [left, { ...left, eof: true }],
    ]);
    expect(instants(traced, 'pipe', 'close')).toEqual([right, left]);
  });

  it('of locks', async () => {
    const traced = await trace('lock');
    const lock = 'lock 1';
    expect(spans(traced, 'lock', 'wait')).toEqual([
      [{ lock }, { lock }], [{ lock }, { lock, timeout: true }], [{ lock }, { lock }],
      [{ lock }, { lock, deadHolder: pidOf(traced, 'process 1') }],
    ]);
    expect(spans(traced, 'lock', 'hold')).toEqual([[{ lock }, { lock }], [{ lock }], [{ lock }, { lock }]]);
  });

  it('what the program marks, and its threads', async () => {
    const traced = await trace('program');
    const main = pidOf(traced, 'main');
    expect(instants(traced, 'program', 'fact')).toEqual([{ speedUp: 1.5, words: ['a'] }]);
    expect(spans(traced, 'program', 'thinking')).toEqual([[{ about: 'it' }, { result: 42 }]]);
    const [named, marked] = traced.events.filter(({ tid }) => tid !== main);
    expect(named).toMatchObject({ ph: 'M', name: 'thread_name', pid: main, args: { name: 'thread 1' } });
    expect(marked).toMatchObject({ ph: 'i', name: 'from a thread', pid: main, tid: named?.tid });
  });
});

describe('every line', () => {
  it('has the fields of its kind, is in time, and names a span once', async () => {
    for (const category of ['process', 'pool', 'queue']) {
      const { events } = await trace(category);
      const begun = new Set<string>();
      const latest = new Map<number, number>();
      for (const event of events) {
        expect(event).toMatchObject({ cat: expect.any(String) as string, name: expect.any(String) as string, ts: anyPid, tid: event.pid, args: {} });
        expect(event.ts).toBeGreaterThanOrEqual(latest.get(event.pid) ?? 0);
        latest.set(event.pid, event.ts);
      }
      for (const { pid, id, ph } of events.filter((event) => 'id' in event)) {
        expect(id).toMatch(/^[\da-f]+$/);
        expect(begun.has(`${pid} ${id}`)).toBe(ph === 'e');
        begun.add(`${pid} ${id}`);
      }
    }
  });

  it('stands behind its cause: a child behind its start, a get behind its put, a task behind its message', async () => {
    const index = ({ events }: Traced, ph: string, name: string, args: Arguments = {}): number => events.findIndex((event) =>
      event.ph === ph && event.name === name && Object.entries(args).every(([key, value]) => event.args[key] === value));
    const [processes, queue, pool] = [await trace('process'), await trace('queue'), await trace('pool')];
    expect(index(processes, 'i', 'start', { name: 'failer' })).toBeLessThan(index(processes, 'M', 'process_name', { name: 'failer' }));
    expect(index(queue, 'b', 'put', { value: '{ a: 1 }' })).toBeLessThan(index(queue, 'e', 'get', { item: 1 }));
    expect(index(pool, 'i', 'send')).toBeLessThan(index(pool, 'b', 'task'));
    expect(index(pool, 'e', 'task')).toBeLessThan(index(pool, 'i', 'result'));
  });

  it('is at most 1,024 bytes long, and its values one line of 60 characters, however large what it tells of', async () => {
    const { lines, events } = await trace('huge');
    expect(lines.length).toBeGreaterThan(24);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(1024);
    expect(events.find(({ name }) => name.startsWith('ü'))?.args).toMatchObject({ cut: true, number: 5 });
    for (const { args } of events.filter(({ cat }) => cat === 'queue')) {
      expect(args['value'] ?? '').toMatch(/^.{0,60}$/);
    }
  });
});

describe('a trace that cannot be written', () => {
  it.each([
    ['on a full disk', '/dev/full', /^The trace of process \d+ ends here: Error: ENOSPC/],
    ['in a folder that is not there', '/nowhere/trace', /^Process \d+ cannot be traced: Error: ENOENT/],
    ['where a folder is', tmpdir(), /^Process \d+ cannot be traced: Error: EISDIR/],
  ])('%s changes nothing but a line of each process on stderr', async (_, file, message) => {
    const traced = await run('traced.mjs', ['queue'], { env: { MP_TUTOR_TRACE: file } });
    const lines = traced.stderr.trimEnd().split('\n');
    expect({ code: traced.code, said: traced.said, lines: lines.length }).toEqual({ code: 0, said: 'done', lines: 2 });
    lines.forEach((line) => expect(line).toMatch(message));
  });

  it('is not missed by a program that is not traced', async () => {
    const cwd = folder();
    const { code, stderr } = await run('traced.mjs', ['pool'], { cwd, env: { MP_TUTOR_TRACE: '' } });
    expect({ code, stderr, left: existsSync(join(cwd, 'trace')) }).toEqual({ code: 0, stderr: '', left: false });
  });
});
