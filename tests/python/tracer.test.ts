import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { argumentsOf, newest, noPython, oldest, program, runPlain, runTraced, startMethods, tracerFolder } from './support.js';

const ends = noPython || newest.version === oldest.version ? [newest] : [oldest, newest];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-python-'));
  folders.push(folder);
  return folder;
}

describe.skipIf(noPython).for(ends)('the tracer ($version)', (python) => {
  test.concurrent('a program without multiprocessing pays for one line, and sees nothing', async ({ expect }) => {
    const [plain, traced] = await Promise.all([
      runPlain(program('no_multiprocessing'), { python }),
      runTraced(program('no_multiprocessing'), { python }),
    ]);
    expect(traced.stdout).toBe(plain.stdout.replace('[]', "['mp_tutor_trace', 'mp_tutor_trace.files', 'mp_tutor_trace.imports', 'mp_tutor_trace.writer']"));
    expect(traced.events.map(({ name, args }) => [name, args['name']])).toEqual([['process_name', 'main']]);
  });

  test.concurrent('without a trace nothing at all is loaded, whatever the start method', async ({ expect }) => {
    const [plain, inFront] = await Promise.all([
      runPlain(program('start_method'), { python }),
      runPlain(program('start_method'), { python, env: { PYTHONPATH: tracerFolder, MP_TUTOR_START_METHOD: 'spawn' } }),
    ]);
    expect(inFront).toEqual(plain);
  });

  test.concurrent('a sitecustomize that it hides is run, from its place in the path', async ({ expect }) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'sitecustomize.py'), 'import sys\nprint("theirs", __name__, sys.modules["sitecustomize"].__file__)\n');
    const plain = await runPlain(program('no_multiprocessing'), { python, env: { PYTHONPATH: folder } });
    const traced = await runTraced(program('no_multiprocessing'), { python, env: { PYTHONPATH: `${tracerFolder}:${folder}` } });
    expect(plain.stdout).toMatch(/^theirs sitecustomize /);
    expect(traced.stdout.split('\n')[0]).toBe(plain.stdout.split('\n')[0]);
    expect(traced.stdout.split('\n')[2]).toBe(plain.stdout.split('\n')[2]);
    expect(traced.events).toHaveLength(1);
  });

  test.concurrent('an error in that sitecustomize looks as it always does, and the trace is written', async ({ expect }) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'sitecustomize.py'), '1 / 0\n');
    const plain = await runPlain(program('start_method'), { python, env: { PYTHONPATH: folder } });
    const traced = await runTraced(program('start_method'), { python, env: { PYTHONPATH: `${tracerFolder}:${folder}` } });
    expect(plain.stderr).toContain('Error in sitecustomize; set PYTHONVERBOSE for traceback:\nZeroDivisionError');
    expect({ ...traced, stderr: traced.stderr }).toMatchObject(plain);
    expect(traced.facts['processes']).toBe(2);
  });

  test.concurrent.for(startMethods)('%s becomes the default, and does not count as set', async (method, { expect }) => {
    const { stdout, stderr } = await runTraced(program('start_method'), { python, env: { MP_TUTOR_START_METHOD: method } });
    expect({ stdout, stderr }).toEqual({ stdout: `None\n${method}\nchild ${method}\nForkProcess\n`, stderr: '' });
  });

  test.concurrent('what the program sets wins, and an unknown method is ignored', async ({ expect }) => {
    const own = await runTraced(program('start_method'), { python, args: ['fork'], env: { MP_TUTOR_START_METHOD: 'spawn' } });
    expect(own.stdout).toBe('None\nfork\nchild fork\nForkProcess\n');
    const unknown = await runTraced(program('start_method'), { python, env: { MP_TUTOR_START_METHOD: 'teleport' } });
    expect(unknown).toMatchObject(await runPlain(program('start_method'), { python }));
  });

  test.concurrent('os.fork, threads and lambdas: each process is named, a thread by its name', async ({ expect }) => {
    const traced = await runTraced(program('bare_fork'), { python });
    expect(traced).toMatchObject({ stdout: '3\nby a thread\n\n', code: 0 });
    const long = 'n'.repeat(60);
    expect(argumentsOf(traced, 'process', 'process_name', 'M').map(({ name }) => name)).toEqual(['main', 'child', 'ForkProcess-1', long]);
    expect(traced.longestLine).toBeLessThan(1024);
    expect(argumentsOf(traced, 'process', 'thread_name', 'M')).toEqual([{ name: 'putter' }]);
    expect(argumentsOf(traced, 'process', 'run', 'b')).toEqual([
      { name: 'ForkProcess-1', function: '<lambda>' }, { cut: true, name: long, function: 'print' },
    ]);
    const [put] = traced.events.filter(({ cat, name }) => cat === 'queue' && name === 'put');
    expect(put?.tid).not.toBe(put?.pid);
    const hold = traced.events.find(({ cat, name }) => cat === 'lock' && name === 'hold');
    expect(hold?.args).toEqual({ lock: `lock ${hold?.pid}.1` });
  });

  test.concurrent('a storm of events from processes, threads and forks leaves whole lines, but for what SIGKILL tore', async ({ expect }) => {
    const traced = await runTraced(program('storm'), { python, env: { PYTHONWARNINGS: 'ignore' } });
    expect(traced).toMatchObject({ stdout: '-9 [0, 0, 0]\n', stderr: '', code: 0 });
    expect(traced.tornLines).toBeLessThanOrEqual(1);
    expect(traced.longestLine).toBeLessThan(1024);
    const gets = argumentsOf(traced, 'queue', 'get', 'e').filter(({ queue }) => queue === 'queue 1').map(({ item }) => item);
    expect(gets).toHaveLength(903);
    expect(new Set(gets).size).toBe(903);
    expect(argumentsOf(traced, 'process', 'exit', 'i')).toContainEqual({ child: expect.any(Number), code: null, signal: 'SIGKILL' });
  });

  test.concurrent.for(startMethods)('names mean one thing in the whole trace (%s)', async (method, { expect }) => {
    const traced = await runTraced(program('own_names'), { python, args: [method] });
    const main = traced.events[0]?.pid;
    const child = traced.events.find(({ name }) => name === 'run')?.pid;
    const locks = traced.events.filter(({ cat, name, ph }) => cat === 'lock' && name === 'hold' && ph === 'b');
    expect(locks.map(({ pid, args }) => [pid, args['lock']])).toEqual([[main, 'lock 1'], [child, `lock ${child}.1`]]);
    expect(argumentsOf(traced, 'pool', 'map', 'b').map(({ pool, job }) => [pool, job])).toEqual([
      [`pool ${child}.1`, `job ${child}.1`], ['pool 1', 'job 1'],
    ]);
    expect(argumentsOf(traced, 'pool', 'task', 'b').map(({ job }) => job)).toEqual([`job ${child}.1`, 'job 1', 'job 1']);
    expect(traced.facts['tasks']).toBe(3);
  });

  test.concurrent('a trace that cannot be written, or goes away, costs one line a process and nothing else', async ({ expect }) => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'directory'));
    const plain = await runPlain(program('own_names'), { python, args: ['fork'] });
    for (const file of [join(folder, 'directory'), join(folder, 'none/trace.jsonl'), '/dev/full']) {
      const traced = await runPlain(program('own_names'), { python, args: ['fork'], env: { PYTHONPATH: tracerFolder, MP_TUTOR_TRACE: file } });
      expect(traced).toMatchObject({ stdout: plain.stdout, code: plain.code });
      expect(traced.stderr).toMatch(/^mp-tutor: process \d+ (is traced no further|cannot be traced): .*\n$/);
    }
    const trace = join(folder, 'gone/trace.jsonl');
    mkdirSync(join(folder, 'gone'));
    const removed = await runPlain(program('own_names'), { python, args: ['fork', 'remove'], env: { PYTHONPATH: tracerFolder, MP_TUTOR_TRACE: trace } });
    expect(removed).toMatchObject({ stdout: plain.stdout, code: plain.code });
    expect(removed.stderr).toMatch(/^(mp-tutor: process \d+ is traced no further: .*\n)+$/);
  });
});
