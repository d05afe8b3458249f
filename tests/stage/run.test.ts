import { once } from 'node:events';
import fs, { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { send } from '../../src/stage/group.js';
import { type ProgramOptions, run, type Run, StageError } from '../../src/stage/index.js';
import type { Arguments, TraceEvent } from '../../src/trace/event.js';
import type { Outcome } from '../../src/trace/outcome.js';
import { allGone, eventually, isAlive, listProcesses, startAndHear } from '../support/processes.js';
import { pythons } from '../support/pythons.js';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.mjs`, import.meta.url));

const python = pythons.at(-1);

/** A place for the traces of one test, in which nothing may be left. */
let traces: string;
const { TMPDIR } = process.env;
beforeEach(() => {
  traces = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  process.env['TMPDIR'] = traces;
});
afterEach(() => {
  if (TMPDIR === undefined) {
    delete process.env['TMPDIR'];
  } else {
    process.env['TMPDIR'] = TMPDIR;
  }
  rmSync(traces, { recursive: true, force: true });
});

function start(name: string, options: Partial<ProgramOptions> = {}): Run {
  return run({ program: fixture(name), args: [], limitMs: 15_000, ...options });
}

async function collect({ events, ended }: Run): Promise<{ events: TraceEvent[]; outcome: Outcome }> {
  const all: TraceEvent[] = [];
  for await (const event of events) {
    all.push(event);
  }
  return { events: all, outcome: await ended };
}

/** Reads on until an event of this name; the rest is left for others. */
async function hear(running: Run, name: string): Promise<Arguments> {
  for await (const event of keepOpen(running.events)) {
    if (event.name === name) {
      return event.args;
    }
  }
  throw new Error(`no event ${name}`);
}

/** A loop that is left would end the reading for good. */
function keepOpen(events: AsyncIterable<TraceEvent>): AsyncIterable<TraceEvent> {
  const iterator = events[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

const names = (events: readonly TraceEvent[], cat: string): string[] =>
  events.filter((event) => event.cat === cat).map(({ name }) => name);
const printed = (events: readonly TraceEvent[], stream: string): unknown[] =>
  events.filter(({ cat, name }) => cat === 'output' && name === stream).map(({ args }) => args['text']);
const stateOf = (pid: number): string | undefined => listProcesses().find((row) => row.pid === pid)?.state[0];

describe('a program that ends by itself', () => {
  it('gives its trace, its output and its code', async () => {
    const { events, outcome } = await collect(start('normal', { args: ['3'] }));
    expect(names(events, 'program')).toEqual(['first', 'last']);
    expect(printed(events, 'stdout')).toEqual(['one', 'two ü', '', 'last without newline']);
    expect(printed(events, 'stderr')).toEqual(['a complaint']);
    expect(outcome).toMatchObject({ ending: 'exited', code: 3, signal: undefined, hung: false, tornLines: 0 });
    expect(outcome.elapsedMs).toBeGreaterThan(200);
    expect(readdirSync(traces)).toEqual([]);
  });

  it('is observed from outside, and so is its child', async () => {
    const running = start('normal');
    const { events, outcome } = await collect(running);
    const child = events.find(({ name }) => name === 'started')?.args['child'];
    expect(outcome.processes.map(({ pid, parent }) => [pid, parent])).toEqual([
      [running.pid, process.pid],
      [child, running.pid],
    ]);
    for (const { threads, memoryBytes, cpuSeconds } of outcome.processes) {
      expect(threads).toBeGreaterThan(4);
      expect(memoryBytes).toBeGreaterThan(20e6);
      expect(memoryBytes).toBeLessThan(500e6);
      expect(cpuSeconds).toBeLessThan(5);
    }
  });

  it('does not get our certificates, which would make it slow', async () => {
    process.env['NODE_EXTRA_CA_CERTS'] = '/nowhere';
    const { events } = await collect(start('normal'));
    delete process.env['NODE_EXTRA_CA_CERTS'];
    const environment = events.find(({ name }) => name === 'last')?.args['environment'];
    expect(environment).toContain('MP_TUTOR_TRACE');
    expect(environment).toContain('PATH');
    expect(environment).not.toContain('NODE_EXTRA_CA_CERTS');
  });

  it('is told in the order in which it happened, also where the trace is seen late', async () => {
    const { watch } = fs;
    onTestFinished(() => {
      fs.watch = watch;
      syncBuiltinESMExports();
    });
    // So the trace is looked at only now and then.
    fs.watch = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, watch'), { code: 'ENOSPC' });
    };
    syncBuiltinESMExports();
    const { events } = await collect(start('tells-and-prints'));
    const told = events.map(({ args }) => args['text'] ?? args['number']).filter((what) => what !== undefined);
    expect(told).toEqual(Array.from({ length: 10 }, (_, number) => [number, `${number}`]).flat());
  });

  it('by a signal gives that', async () => {
    const { outcome } = await collect(start('ends-itself', { args: ['SIGABRT'] }));
    expect(outcome).toMatchObject({ ending: 'exited', code: undefined, signal: 'SIGABRT' });
  });

  it('that does not exist says so on stderr and has code 1', async () => {
    const { events, outcome } = await collect(start('no-such-file'));
    expect(printed(events, 'stderr').join(' ')).toContain('Cannot find module');
    expect(outcome.code).toBe(1);
  });

  it('counts torn lines', async () => {
    const { events, outcome } = await collect(start('torn'));
    expect(names(events, 'program')).toEqual(['after']);
    expect(outcome.tornLines).toBe(1);
  });

  it('is told even if nobody reads its events', async () => {
    expect(await start('normal').ended).toMatchObject({ ending: 'exited', code: 0 });
  });

  it('delivers an event while it runs', async () => {
    const running = start('busy');
    await hear(running, 'ready');
    expect(isAlive(running.pid)).toBe(true);
    await running.end();
  });
});

describe('children left behind', () => {
  it('are ended, even if they hold the output open', async () => {
    const begin = performance.now();
    const { events, outcome } = await collect(start('leaves-children'));
    const pids = events.find(({ name }) => name === 'left')?.args['pids'];
    expect(pids).toHaveLength(2);
    expect((pids as number[]).filter(isAlive)).toEqual([]);
    expect(outcome).toMatchObject({ ending: 'exited', code: 0 });
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it('that left the session do not hold the end up, and on Linux are counted and ended', async () => {
    const begin = performance.now();
    const { events, outcome } = await collect(start('daemon'));
    const daemon = Number(events.find(({ name }) => name === 'daemon')?.args['child']);
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(isAlive(daemon)).toBe(process.platform !== 'linux');
    send(daemon, 'SIGKILL');
    expect(outcome.processes.some(({ pid }) => pid === daemon)).toBe(process.platform === 'linux');
  });

  it('are told from other processes by their environment', async () => {
    const others = [start('asleep'), start('asleep')];
    await Promise.all(others.map((other) => hear(other, 'ready')));
    await start('daemon').ended;
    expect(others.map(({ pid }) => isAlive(pid))).toEqual([true, true]);
    await Promise.all(others.map((other) => other.end()));
  });
});

describe('at the limit', () => {
  it('a busy program is unfinished, not hung', async () => {
    const running = start('busy', { limitMs: 1500 });
    const { outcome } = await collect(running);
    expect(outcome).toMatchObject({ ending: 'limit', hung: false, signal: 'SIGTERM' });
    expect(outcome.elapsedMs).toBeGreaterThan(1490);
    expect(outcome.elapsedMs).toBeLessThan(2500);
    expect(isAlive(running.pid)).toBe(false);
    // A program that only starts and waits uses half of it; on a loaded machine a busy one gets no more for sure.
    expect(outcome.processes[0]?.cpuSeconds).toBeGreaterThan(0.1);
    expect(outcome.processes[0]?.state).toBe('running');
  });

  it('a program that waits is hung, although it wakes now and then', async () => {
    const { events, outcome } = await collect(start('asleep', { limitMs: 2500 }));
    expect(outcome).toMatchObject({ ending: 'limit', hung: true });
    expect(outcome.processes.map(({ state }) => state)).toEqual(['sleeping', 'sleeping']);
    const child = Number(events.find(({ name }) => name === 'ready')?.args['child']);
    expect(isAlive(child)).toBe(false);
  });

  it.runIf(process.platform === 'linux' && python !== undefined)('a program that computes in another session is not hung', async () => {
    const { outcome } = await collect(run({
      program: fileURLToPath(new URL('fixtures/python/busy-in-another-session.py', import.meta.url)),
      args: [],
      runtime: python?.executable,
      limitMs: 2500,
    }));
    expect(outcome).toMatchObject({ ending: 'limit', hung: false });
    expect(outcome.processes.map(({ state }) => state)).toEqual(['sleeping', 'running']);
    expect(outcome.processes.filter(({ pid }) => isAlive(pid))).toEqual([]);
  });

  it('a program that goes on slowly is not hung', async () => {
    const { outcome } = await collect(start('slow', { limitMs: 2000 }));
    expect(outcome).toMatchObject({ ending: 'limit', hung: false });
  });

  it('one that prints for ever is ended, and what it printed is bounded', async () => {
    const { events, outcome } = await collect(start('floods', { args: ['lines'], limitMs: 1000 }));
    expect(outcome.ending).toBe('limit');
    expect(events).toHaveLength(10_001);
    expect(events.at(-1)?.args['text']).toContain('left out');
    const { events: [line, ...others] } = await collect(start('floods', { args: ['line'], limitMs: 1000 }));
    expect(line?.args['text']).toHaveLength(4096);
    expect(others).toEqual([]);
  });

  it('the time for which it was stopped does not count', async () => {
    const running = start('slow', { limitMs: 1200 });
    await hear(running, 'step');
    running.stop();
    const early = await Promise.race([running.ended, new Promise((resolve) => setTimeout(resolve, 1500, 'running'))]);
    expect(early).toBe('running');
    running.continue();
    const outcome = await running.ended;
    expect(outcome.ending).toBe('limit');
    expect(outcome.elapsedMs).toBeGreaterThan(2600);
  });
});

describe('stop and continue', () => {
  it('stop every process of the program, and let them go on', async () => {
    const running = start('asleep');
    const child = Number((await hear(running, 'ready'))['child']);
    const states = (): (string | undefined)[] => [running.pid, child].map(stateOf);
    running.stop();
    expect(await eventually(() => states().every((state) => state === 'T'))).toBe(true);
    running.continue();
    expect(await eventually(() => states().every((state) => state !== 'T'))).toBe(true);
    running.stop();
    running.stop();
    await running.end();
    const { events } = await collect(running);
    expect(names(events, 'stage')).toEqual(['stop', 'continue', 'stop']);
    expect([running.pid, child].some(isAlive)).toBe(false);
  });
});

describe('kill', () => {
  it('ends one process of the program and leaves the others', async () => {
    const running = start('asleep');
    const child = Number((await hear(running, 'ready'))['child']);
    running.kill(child);
    expect(await allGone([child])).toBe(true);
    expect(isAlive(running.pid)).toBe(true);
    running.kill(child);
    await running.end();
    const { events } = await collect(running);
    expect(events.filter(({ cat }) => cat === 'stage').map(({ args }) => args)).toEqual([{ target: child }]);
  });

  it('refuses a process of somebody else', async () => {
    const running = start('asleep');
    await hear(running, 'ready');
    const { child } = await startAndHear(fixture('tutor'), [fixture('busy')]);
    for (const pid of [process.pid, Number(child.pid), 1, 0, -1, -running.pid]) {
      expect(() => running.kill(pid)).toThrow(StageError);
    }
    expect(isAlive(Number(child.pid))).toBe(true);
    await running.end();
  });
});

describe('end', () => {
  it('asks by SIGTERM first, so that a program can put its things away', async () => {
    const running = start('polite');
    await hear(running, 'ready');
    const outcome = await running.end();
    const { events } = await collect(running);
    expect(names(events, 'program')).toEqual(['goodbye']);
    expect(outcome).toMatchObject({ ending: 'stopped by us', code: 7, hung: false });
    expect(outcome.elapsedMs).toBeLessThan(1000);
  });

  it('lets a stopped program go on first, since it could not listen', async () => {
    const running = start('polite');
    await hear(running, 'ready');
    running.stop();
    expect(await eventually(() => stateOf(running.pid) === 'T')).toBe(true);
    expect(await running.end()).toMatchObject({ ending: 'stopped by us', code: 7 });
  });

  it('kills whoever does not listen, within a second', async () => {
    const running = start('stubborn');
    const child = Number((await hear(running, 'ready'))['child']);
    const begin = performance.now();
    expect(await running.end()).toMatchObject({ ending: 'stopped by us', signal: 'SIGKILL' });
    expect(performance.now() - begin).toBeGreaterThan(290);
    expect(performance.now() - begin).toBeLessThan(1000);
    expect([running.pid, child].some(isAlive)).toBe(false);
    expect(readdirSync(traces)).toEqual([]);
  });

  it('is what an abort does', async () => {
    const controller = new AbortController();
    const running = start('asleep', { signal: controller.signal });
    await hear(running, 'ready');
    controller.abort();
    expect(await running.ended).toMatchObject({ ending: 'stopped by us' });
    expect(() => start('asleep', { signal: controller.signal })).toThrow('aborted');
  });

  it('changes nothing afterwards', async () => {
    const running = start('normal');
    const outcome = await running.ended;
    running.stop();
    running.continue();
    expect(await running.end()).toBe(outcome);
    expect(names((await collect(running)).events, 'stage')).toEqual([]);
  });
});

describe('when the tutor is killed', () => {
  it.each(['asleep', 'busy', 'stubborn'])('a program (%s) and its trace are gone within 2 seconds', async (name) => {
    const { child, said } = await startAndHear(fixture('tutor'), [fixture(name)]);
    const { pid, child: grandchild } = said as { pid: number; child: number };
    expect(readdirSync(traces)).toHaveLength(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await allGone([pid, grandchild])).toBe(true);
    expect(await eventually(() => readdirSync(traces).length === 0)).toBe(true);
  });
});

describe('a trace that cannot be read', () => {
  it('ends the program, and is told', async () => {
    const running = start('asleep');
    const { child } = await hear(running, 'ready');
    const { readSync } = fs;
    onTestFinished(() => {
      fs.readSync = readSync;
      syncBuiltinESMExports();
    });
    fs.readSync = () => {
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    };
    syncBuiltinESMExports();
    appendFileSync(join(traces, String(readdirSync(traces)[0]), 'trace.jsonl'), '\nmore');
    for await (const _ of running.events) {
      // Nobody awaits the end before the events have ended.
    }
    await new Promise(setImmediate);
    await expect(running.ended).rejects.toThrow(StageError);
    await expect(running.end()).rejects.toThrow(/The trace .* could not be read: an input or output error/);
    expect([running.pid, Number(child)].some(isAlive)).toBe(false);
    expect(readdirSync(traces)).toEqual([]);
  });
});

describe('a run that cannot begin', () => {
  it('says where there is no place for the trace, and what to do', () => {
    const file = join(traces, 'a file');
    writeFileSync(file, '');
    process.env['TMPDIR'] = join(file, 'below');
    expect(() => start('normal')).toThrow(StageError);
    expect(() => start('normal')).toThrow(/has no place in .*a file\/below: a part of the path is no folder.*TMPDIR/);
  });

  it('says that the program could not be started', async () => {
    const { execPath } = process;
    process.execPath = '/nowhere/node';
    try {
      const running = start('normal');
      expect((await running.events[Symbol.asyncIterator]().next()).done).toBe(true);
      await expect(running.ended).rejects.toThrow(/could not be started with \/nowhere\/node: it does not exist/);
      await expect(running.ended).rejects.toThrow(StageError);
      expect(readdirSync(traces)).toEqual([]);
    } finally {
      process.execPath = execPath;
    }
  });
});
