import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool, PoolClosedError, Process, StartError } from 'mp-tutor/multiprocessing';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as hard from './fixtures/hard-cases.mjs';
import * as tasks from './fixtures/tasks.mjs';
import { startPool, terminatePools } from './pool/pools.js';
import { expectNobodyLeft, fixture, run, within } from './support.js';

expectNobodyLeft();
terminatePools();

/** Runs a fixture that may open only so many files. */
function runWithFewDescriptors(argument: string, most: number) {
  const script = `ulimit -n ${most}; exec '${process.execPath}' '${fixture('hard-cases.mjs')}' ${argument}`;
  return spawnSync('sh', ['-c', script], { encoding: 'utf8', timeout: within(10_000) });
}

describe('without descriptors', () => {
  it('a living holder of a lock is not taken for dead', () => {
    expect(runWithFewDescriptors('lock', 100)).toMatchObject({ status: 0, stdout: '{"name":"TimeoutError"}\n' });
  });

  it('a pool that cannot start all its workers leaves none', () => {
    expect(runWithFewDescriptors('pool', 44)).toMatchObject({ status: 0, stdout: '"StartError"\n' });
  });

  it('a pipe is opened or refused, whichever of its ends is one too many', () => {
    const { status, stdout } = runWithFewDescriptors('pipe', 100);
    expect(status).toBe(0);
    const outcomes = JSON.parse(stdout) as (string | null)[];
    expect(new Set(outcomes)).toEqual(new Set(['EMFILE', null]));
    expect(outcomes.lastIndexOf('EMFILE')).toBeLessThan(outcomes.indexOf(null));
  });
});

it('a queue needs no more memory than its items, a shared array needs all of it', async () => {
  const { said } = await run('little-memory.mjs');
  expect(said).toEqual(['there', 'SharedMemoryError']);
});

describe('a pool', () => {
  it('is not ready when its workers end at once', async () => {
    const pool = new Pool(new URL('fixtures/exits-at-import.mjs', import.meta.url).href, { workers: 1 });
    await expect(pool.ready()).rejects.toBeInstanceOf(PoolClosedError);
  });

  it('waits, when it is closed, for a task that nobody waits for any more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const pool = new Pool(hard.here, { workers: 2 });
    await pool.ready();
    await expect(pool.map(hard.writeLate, [join(folder, 'late'), 'fail'], { chunkSize: 1 })).rejects.toThrow('on purpose');
    await pool.close();
    expect(readFileSync(join(folder, 'late'), 'utf8')).toBe('done');
  });

  it('does not call a task fatal that its worker had not begun', async () => {
    const pool = startPool({ workers: 1, retries: 0 });
    const mapped = pool.map(tasks.square, [1, 2]);
    process.kill(pool.pids[0] ?? 0, 'SIGKILL');
    expect(await mapped).toEqual([1, 4]);
  });

  it('gives the same results whether it is traced or not, for whatever can be awaited', async () => {
    const untraced = await run('hard-cases.mjs', ['thenable']);
    const traced = await run('hard-cases.mjs', ['thenable'], { env: { MP_TUTOR_TRACE: '/dev/null' } });
    expect(untraced.said).toEqual([2, 4]);
    expect(traced.said).toEqual([2, 4]);
  });

  it('lets go of a source that never answers again', async () => {
    expect(await run('hard-cases.mjs', ['break'])).toMatchObject({ code: 0, said: 2 });
  });
});

it('a process that finds no function ends, whatever its module has begun', async () => {
  const child = new Process(new URL('fixtures/busy-module.mjs', import.meta.url).href, function missing() {}, []).start();
  await expect(child.join({ timeout: within(5000) })).rejects.toBeInstanceOf(StartError);
  expect(child.isAlive).toBe(false);
});
