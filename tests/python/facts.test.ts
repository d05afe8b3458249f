import { describe, test } from 'vitest';
import { findFlows } from '../../src/trace/flows.js';
import { argumentsOf, noPython, oldest, program, runTraced, startMethods } from './support.js';

describe.skipIf(noPython).for(startMethods)('facts of a Python program (%s)', (method) => {
  test.concurrent.for(['map', 'starmap', 'imap', 'apply', 'executor'])('a pool, %s: items are tasks, whatever the chunks', async (way, { expect }) => {
    const traced = await runTraced(program('traced_pool'), { args: [method, way] });
    const { facts, events } = traced;
    expect(facts).toMatchObject({ tasks: 9, retries: 0, deaths: [], hung: false });
    expect(facts['workerPids']).toBeGreaterThan(0);
    expect(facts['workerPids']).toBeLessThanOrEqual(3);
    expect(Object.values(facts['tasksByPid'] ?? {}).flat().map(Number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(facts['completionOrder']).toHaveLength(9);
    if (way !== 'executor') {
      // Not the resource tracker and not the fork server.
      expect(facts['processes']).toBe(4);
    }
    const [map] = argumentsOf(traced, 'pool', 'map', 'b');
    expect(map).toEqual(way === 'apply' ? undefined : {
      pool: way === 'executor' ? 'pool 2' : 'pool 1', job: 'job 1', function: way === 'starmap' ? 'pow' : 'square', items: 9, workers: 3,
    });
    const count = (name: string): number => argumentsOf(traced, 'pool', name, 'i').reduce((sum, args) => sum + Number(args['count']), 0);
    expect([count('send'), count('result')]).toEqual([9, 9]);
    const workers = new Set(events.filter(({ name }) => name === 'task').map(({ pid }) => pid));
    expect(argumentsOf(traced, 'pool', 'result', 'i').every(({ from }) => workers.has(Number(from)))).toBe(true);
  });

  test.concurrent('a worker that dies is a death, and its task has no end', async ({ expect }) => {
    const { facts, stdout } = await runTraced(program('traced_pool'), { args: [method, 'die'] });
    expect(stdout).toBe('nobody answers\n');
    expect(facts['tasks']).toBe(0);
    // `terminate` ends the other workers by SIGTERM, which is a death too.
    expect(facts['deaths']).toContainEqual({ pid: expect.any(Number), signal: 'SIGKILL', name: expect.stringMatching(/PoolWorker-\d$/) });
  });

  test.concurrent('queues: every item is got once, under the name and number with which it was put', async ({ expect }) => {
    const traced = await runTraced(program('task_queues'), { args: [method] });
    expect(traced.facts).toMatchObject({ puts: 19, gets: 19, processes: 4, workerPids: 3, lockAcquisitions: 0, sends: 0 });
    const [puts, gets] = [argumentsOf(traced, 'queue', 'put', 'e'), argumentsOf(traced, 'queue', 'get', 'e')];
    expect(new Set([...puts, ...gets].map(({ queue }) => queue))).toEqual(new Set(['queue 1', 'queue 2']));
    const numbers = (queue: string) => puts.filter((args) => args['queue'] === queue).map(({ item }) => Number(item)).toSorted((a, b) => a - b);
    expect(numbers('queue 1')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const flows = findFlows(traced.events);
    expect(flows).toHaveLength(19);
    const value = new Map(traced.events.flatMap((event) => (event.ph === 'b' ? [[`${event.pid} ${event.id}`, event.args['value']]] : [])));
    const got = flows.map(({ from, to }) => [value.get('id' in from ? `${from.pid} ${from.id}` : ''), to.args['value']]);
    expect(got.every(([sent, received]) => sent === received && sent !== undefined)).toBe(true);
    expect(traced.facts['largestQueue']).toBeGreaterThanOrEqual(8);
  });

  test.concurrent('pipes and locks: messages have two ends, the end of file is seen, each hold is counted', async ({ expect }) => {
    const traced = await runTraced(program('pipe_and_lock'), { args: [method] });
    expect(traced.facts).toMatchObject({ sends: 3, recvs: 3, eofs: 1, brokenPipes: 0, deadHolders: [] });
    expect(findFlows(traced.events).map(({ from }) => from.args['pipe'])).toEqual(['pipe 1', 'pipe 1', 'pipe 1']);
    const holds = argumentsOf(traced, 'lock', 'hold', 'b').map(({ lock }) => lock);
    expect(holds.filter((lock) => lock === 'lock 3')).toHaveLength(9);
    // `counter.value += 1` under its lock takes it no second time; the last two are of the program's own look at them.
    expect(holds.filter((lock) => lock === 'lock 1')).toHaveLength(9);
    expect(traced.facts['lockAcquisitions']).toBe(holds.length);
    expect(argumentsOf(traced, 'lock', 'wait', 'e').filter(({ timeout }) => timeout === true)).toHaveLength(1);
  });

  test.concurrent('conditions, events, barriers and semaphores have names and waits', async ({ expect }) => {
    const traced = await runTraced(program('synchronization'), { args: [method], python: oldest });
    for (const [cat, name] of [['event', 'event 1'], ['barrier', 'barrier 1'], ['condition', 'condition 1'], ['semaphore', 'semaphore 1']] as const) {
      const [begun, ended] = [argumentsOf(traced, cat, 'wait', 'b'), argumentsOf(traced, cat, 'wait', 'e')];
      expect(begun.length).toBeGreaterThan(0);
      expect(ended).toHaveLength(begun.length);
      expect(new Set([...begun, ...ended].map((args) => args[cat]))).toEqual(new Set([name]));
    }
    expect(argumentsOf(traced, 'event', 'wait', 'e').filter(({ timeout }) => timeout === true)).toHaveLength(1);
    expect(argumentsOf(traced, 'lock', 'hold', 'b').filter(({ lock }) => lock === 'lock 1')).toHaveLength(1);
    expect(argumentsOf(traced, 'queue', 'put', 'e').filter(({ timeout }) => timeout === true)).toHaveLength(2);
    expect(argumentsOf(traced, 'queue', 'put', 'e').filter(({ end }) => end === true)).toHaveLength(1);
    expect(argumentsOf(traced, 'queue', 'get', 'e').filter(({ timeout }) => timeout === true)).toHaveLength(1);
  });

  test.concurrent('processes: a child knows its name, its function and its error, and the parent its end', async ({ expect }) => {
    const traced = await runTraced(program('errors'), { args: [method] });
    expect(argumentsOf(traced, 'process', 'run', 'b').map((args) => args['function'])).toEqual(['fails', 'leaves', 'leaves', 'leaves', 'Fails.run']);
    expect(argumentsOf(traced, 'process', 'run', 'e').map(({ error }) => error)).toEqual(
      ['ValueError: no 1', undefined, undefined, undefined, 'KeyError: in run'],
    );
    expect(argumentsOf(traced, 'process', 'exit', 'i').slice(0, 5).map(({ code }) => code)).toEqual([1, 1, 3, 0, 1]);
    expect(argumentsOf(traced, 'process', 'join', 'e').slice(0, 5)).toEqual([{}, {}, {}, {}, {}]);
    const main = traced.events[0]?.pid;
    const [first] = traced.events.filter(({ name, args }) => name === 'process_name' && args['name'] === 'Process-1');
    expect(first?.args['parent']).toBe(main);
    expect(argumentsOf(traced, 'pool', 'task', 'e').filter(({ error }) => error === 'ValueError: no 1')).toHaveLength(1);
  });

  test.concurrent('calls within calls: each job has its own items', async ({ expect }) => {
    const traced = await runTraced(program('nested_calls'), { args: [method] });
    const tasks = new Map<unknown, number[]>();
    for (const { job, index } of argumentsOf(traced, 'pool', 'task', 'b')) {
      tasks.set(job, [...(tasks.get(job) ?? []), Number(index)]);
    }
    const indices = [...tasks.values()].map((done) => done.toSorted((a, b) => a - b).join(' '));
    // Four maps of two items; a map of three, and apply; all calls of submit.
    expect(indices.toSorted()).toEqual(['0 1', '0 1', '0 1', '0 1', '0 1 2', '0 1 2', '0 1 2 3 4']);
    const maps = argumentsOf(traced, 'pool', 'map', 'b').map(({ job }) => job);
    expect(maps).toHaveLength(5);
    expect(argumentsOf(traced, 'pool', 'map', 'e')).toHaveLength(5);
  });

  test.concurrent('a lock that another process releases is held no more, and a release that fails is none', async ({ expect }) => {
    const traced = await runTraced(program('lock_of_another'), { args: [method] });
    const holds = traced.events.filter(({ cat, name }) => cat === 'lock' && name === 'hold').toSorted((a, b) => a.ts - b.ts);
    expect(holds.map(({ ph }) => ph)).toEqual(['b', 'e', 'b', 'e', 'b', 'e']);
    const child = traced.events.find(({ name, args }) => name === 'run' && args['function'] === 'release')?.pid;
    expect(holds[1]).toMatchObject({ pid: holds[0]?.pid, args: { lock: 'lock 1', by: child } });
    expect(argumentsOf(traced, 'semaphore', 'release', 'i')).toEqual([]);
  });

  test.concurrent('of what happens too often a part is told, and which', async ({ expect }) => {
    const traced = await runTraced(program('busy'), { args: [method] });
    const { facts, events } = traced;
    expect(facts['untold']).toEqual(['event 1', 'lock 1', 'pipe 1', 'pool 1', 'queue 1', 'queue 2']);
    expect(facts['puts']).toBeGreaterThanOrEqual(2000);
    expect(facts['puts']).toBeLessThan(2100);
    expect(facts['sends']).toBe(1001);
    expect(facts['tasks']).toBeGreaterThanOrEqual(200);
    expect(facts['tasks']).toBeLessThanOrEqual(400);
    // A child tells from the beginning, however often its parent has told.
    const child = events.find(({ name, args }) => name === 'run' && args['function'] === 'take_ten')?.pid;
    const holders = events.filter(({ cat, name, ph }) => cat === 'lock' && name === 'hold' && ph === 'b').map(({ pid }) => pid);
    expect(holders).toHaveLength(210);
    expect(holders.filter((pid) => pid === child)).toHaveLength(10);
    expect(argumentsOf(traced, 'lock', 'hold', 'e')).toHaveLength(210);
  });
});
