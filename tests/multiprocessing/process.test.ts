import { Lock, Pipe, Pool, Process, Queue, SharedArray, StartError, TransferError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as tasks from './fixtures/tasks.mjs';
import { expectNobodyLeft, ownChildren, patiently, run, soon, timed } from './support.js';

expectNobodyLeft();
const { here } = tasks;

describe('a process', () => {
  it('has a PID of its own as soon as it is started, and is alive until it ends', async () => {
    const child = new Process(here, tasks.wait, [50], { name: 'waiter' });
    expect([child.pid, child.isAlive, child.name]).toEqual([undefined, false, 'waiter']);
    child.start();
    expect(ownChildren()).toEqual([child.pid]);
    expect([child.isAlive, child.exitCode, child.signal]).toEqual([true, undefined, undefined]);
    expect(await child.join()).toBe(true);
    expect([child.isAlive, child.exitCode]).toEqual([false, 0]);
  });

  it.each([
    ['returns', () => new Process(here, tasks.nothing, []), 0],
    ['returns after a while', () => new Process(here, tasks.wait, [20]), 0],
    ['calls process.exit(7)', () => new Process(here, tasks.exit, [7]), 7],
    ['sets process.exitCode', () => new Process(here, tasks.setExitCode, [3]), 3],
    ['sends messages of its own', () => new Process(here, tasks.sendOwnMessage, []), 0],
  ])('that %s ends accordingly', async (_, make, code) => {
    const child = make().start();
    await child.join();
    expect([child.exitCode, child.signal]).toEqual([code, undefined]);
  });

  it('ends by SIGTERM when terminated and by SIGKILL when killed, busy or not; after that both do nothing', async () => {
    const asleep = new Process(here, tasks.wait, [60_000]).start();
    const busy = new Process(here, tasks.busy, [60_000]).start();
    asleep.terminate();
    busy.kill();
    await Promise.all([asleep.join(), busy.join()]);
    expect([asleep.exitCode, asleep.signal, busy.exitCode, busy.signal]).toEqual([undefined, 'SIGTERM', undefined, 'SIGKILL']);
    asleep.terminate();
    busy.kill();
    new Process(here, tasks.nothing, []).kill();
  });

  it('may ignore SIGTERM, but not SIGKILL', async () => {
    const ready = new SharedArray('Int32Array', 1);
    const child = new Process(here, tasks.ignoreTerm, [ready]).start();
    expect(await soon(() => ready.array[0] === 1)).toBe(true);
    child.terminate();
    expect(await child.join({ timeout: 100 })).toBe(false);
    child.kill();
    expect(await child.join()).toBe(true);
    expect(child.signal).toBe('SIGKILL');
  });
});

describe('join', () => {
  it('gives up at its limit, and can be called again, by several at once', async () => {
    const child = new Process(here, tasks.wait, [60_000]).start();
    const took = await timed(async () => expect(await child.join({ timeout: 100 })).toBe(false));
    expect(took).toBeGreaterThan(95);
    const joined = Promise.all([child.join(), child.join({ timeout: Infinity }), child.join(patiently)]);
    child.kill();
    expect(await joined).toEqual([true, true, true]);
    expect(await child.join({ timeout: 0 })).toBe(true);
  });

  it('does not take a limit beyond what a timer can count for a short one', async () => {
    const child = new Process(here, tasks.wait, [100]).start();
    expect(await child.join({ timeout: 2 ** 40 })).toBe(true);
  });

  it('needs a process that was started', async () => {
    await expect(new Process(here, tasks.nothing, [], { name: 'idle' }).join()).rejects.toThrow(
      new StartError('idle cannot be joined: it was not started.'),
    );
  });
});

describe('start refuses', () => {
  it('to start twice, also after the end', async () => {
    const child = new Process(here, tasks.nothing, [], { name: 'once' }).start();
    expect(() => child.start()).toThrow(new StartError('once was started before. A process runs once: make another one.'));
    await child.join();
    expect(() => child.start()).toThrow(StartError);
  });

  const byName = /Another process finds its function by name, and this one has none\. Write it as .+: export function/;
  it.each<[string, string, unknown, RegExp]>([
    ['an anonymous function', here, (() => () => 1)(), byName],
    ['a bound function', here, tasks.nothing.bind(undefined), byName],
    ['what is no function', here, 'work', /must be a function, not of type string/],
    ['null', here, null, /must be a function, not null/],
    ['a path instead of a URL', '/tmp/work.js', tasks.nothing, /by its URL, not as "\/tmp\/work\.js"\. Pass import\.meta\.url/],
  ])('%s, at once', (_, module, target, message) => {
    const child = new Process(module, target as () => void, []);
    expect(() => child.start()).toThrow(StartError);
    expect(() => child.start()).toThrow(message);
    expect(ownChildren()).toEqual([]);
  });

  it.each([undefined, null, 5, 'x', { length: 1 }])('%j in the place of the array of arguments', (args) => {
    const child = new Process(here, tasks.nothing, args as never);
    expect(() => child.start()).toThrow(/^The arguments are given as an array, as in \[5, queue\] or \[\], not as /);
    expect(() => new Pool(here, { args: (args ?? 5) as never })).toThrow(TypeError);
    expect(ownChildren()).toEqual([]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['is not exported', tasks.hidden(), /has no exported function "notExported".+ top of the module: export function/],
    ['is a closure', tasks.makeWork(5), /"work" .+ is another one than the function that was passed\. A closure cannot be sent/],
  ])('a function that %s, as soon as the child has looked for it', async (_, target, message) => {
    const child = new Process(here, target, []).start();
    const joined = child.join();
    await expect(joined).rejects.toThrow(StartError);
    await expect(child.join()).rejects.toThrow(message);
    expect(child.exitCode).toBe(1);
  });

  it('but not for one that its own function could not start', async () => {
    const child = new Process(here, tasks.cannotStart, []).start();
    expect(await child.join()).toBe(true);
    expect(child.exitCode).toBe(1);
  });

  it('such a function with a warning when nobody joins', async () => {
    const { stderr, code } = await run('unjoined.mjs');
    expect(stderr).toMatch(/StartError: .+ has no exported function "secret"/);
    expect(code).toBe(0);
  });
});

it('a module without isMain ends with an error that says so, and does not start processes without end', async () => {
  const { said } = await run('no-main.mjs');
  const [message] = said as [string];
  expect(message).toMatch(/by a child process that only imports its module.+under if \(isMain\(import\.meta\.url\)\)/);
});

describe('arguments', () => {
  class Point {
    x = 1;
  }

  it('of all kinds arrive equal', async () => {
    const { said, stderr } = await run('arguments.mjs');
    expect({ said, stderr }).toEqual({ said: { unequal: [], count: 17 }, stderr: '' });
  });

  it.each([
    ['a function in a Map', [1, new Map([['f', () => 1]])], 'argument 1.get("f")'],
    ['an instance of a class in an array', [[new Point()]], 'argument 0[0]'],
    ['a symbol', [Symbol('s')], 'argument 0'],
    ['a queue in an object', [{ to: new Queue() }], 'argument 0.to'],
    ['a lock in an array', [[new Lock()]], 'argument 0[0]'],
  ])('%s is refused by its path, and nothing is started', (_, args, path) => {
    const child = new Process(here, tasks.same as (...all: unknown[]) => unknown, args);
    expect(() => child.start()).toThrow(TransferError);
    expect(() => child.start()).toThrow(expect.objectContaining({ path }) as Error);
    expect(ownChildren()).toEqual([]);
  });

  it('an end of a pipe inside a value is refused too', async () => {
    const { left, right } = await Pipe.open();
    expect(() => new Process(here, tasks.same, [{ end: left }]).start()).toThrow('argument 0.end is a PipeEnd, which travels only');
    left.close();
    right.close();
  });
});

describe('a program', () => {
  it("hears of a child's error by its exit code, and its user by the stack", async () => {
    const { said, stderr } = await run('throws.mjs');
    expect(said).toEqual({ sync: 1, async: 1, later: 1, rejected: 1 });
    for (const [name, fn] of [['sync', 'throwNow'], ['async', 'throwSoon'], ['later', 'throwLater'], ['rejected', 'rejectLater']]) {
      expect(stderr).toMatch(new RegExp(`Error: from ${name}\\n +at .*${fn}.*throws\\.mjs:\\d+`));
    }
    expect(stderr).toMatch(/^first \(process \d+\) failed: Error: from sync$/m);
  });

  it('waits for its children, but not for daemons, which it takes with it', async () => {
    const { said, stdout, code } = await run('daemon.mjs', ['leave']);
    expect(said).toEqual('the child has ended');
    expect(stdout).not.toContain('the daemon');
    expect(code).toBe(0);
  });

  it('waits for a daemon that it joins', async () => {
    expect((await run('daemon.mjs', ['join'])).stdout).toBe('"the daemon has ended"\ntrue\n');
  });
});
