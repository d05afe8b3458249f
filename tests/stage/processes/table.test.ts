import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseStat, ProcTable } from '../../../src/stage/processes/proc.js';
import { parsePs, PsTable } from '../../../src/stage/processes/ps.js';
import { openProcessTable, type ProcessTable } from '../../../src/stage/processes/table.js';
import { parseAuxiliaryVector, readUnits } from '../../../src/stage/processes/units.js';

const UNITS = { pageBytes: 4096, ticksPerSecond: 100 };

describe('/proc/PID/stat', () => {
  const rest = 'S 3 6 5 0 -1 4194304 101 0 0 0 150 50 0 0 20 0 11 0 167725 3133440 383 18446744073709551615';

  it('is read by proc_pid_stat(5)', () => {
    expect(parseStat(`7 (node) ${rest}`, UNITS)).toEqual({
      pid: 7, parent: 3, session: 5, state: 'sleeping', threads: 11, cpuSeconds: 2, memoryBytes: 383 * 4096,
    });
  });

  it.each(['a b', ') R 1 2 3 (', 'x\ny', ''])('is not confused by a process that is called %j', (name) => {
    expect(parseStat(`7 (${name}) ${rest}`, UNITS)).toMatchObject({ pid: 7, parent: 3, state: 'sleeping' });
  });
});

describe('ps', () => {
  it('is read as macOS writes it', () => {
    const text = [
      '    1     0     1 Ss     0:07.50  16672',
      '  501     1   501 R+   1:02:03.25   1024',
      '   77     1   501 U      0:00.00      0',
    ].join('\n');
    const [threads, kib] = [undefined, 1024];
    expect(parsePs(text)).toEqual([
      { pid: 1, parent: 0, group: 1, state: 'sleeping', threads, cpuSeconds: 7.5, memoryBytes: 16672 * kib },
      { pid: 501, parent: 1, group: 501, state: 'running', threads, cpuSeconds: 3723.25, memoryBytes: 1024 * kib },
      { pid: 77, parent: 1, group: 501, state: 'waiting for a disk', threads, cpuSeconds: 0, memoryBytes: 0 },
    ]);
  });

  it('is read as Linux writes it, days included', () => {
    expect(parsePs('  9  1  9 Z<l  2-01:00:01  0')).toMatchObject([{ state: 'zombie', cpuSeconds: 176_401 }]);
  });
});

describe('units', () => {
  it.runIf(process.platform === 'linux')('are those of getconf', () => {
    const ask = (name: string): number => Number(execFileSync('getconf', [name]));
    expect(readUnits()).toEqual({ pageBytes: ask('PAGESIZE'), ticksPerSecond: ask('CLK_TCK') });
  });

  it('are the usual ones where the kernel says nothing that we understand', () => {
    expect(parseAuxiliaryVector(Buffer.alloc(7))).toEqual(UNITS);
    expect(parseAuxiliaryVector(Buffer.alloc(64, 1))).toEqual(UNITS);
  });
});

describe.each<[string, (leader: number) => ProcessTable]>([
  ['this system\'s', (leader) => openProcessTable(leader, '/no/trace')],
  ['ps', (leader) => new PsTable(leader)],
])('the table of processes (%s)', (_, open) => {
  it('lists a program\'s processes, finds them, and nobody else', async () => {
    const { pid = 0 } = spawn('sh', ['-c', 'sleep 20 & sleep 20'], { detached: true, stdio: 'ignore' });
    onTestFinished(() => void process.kill(-pid, 'SIGKILL'));
    const table = open(pid);
    // On a busy machine they need a while until all are there and asleep.
    await vi.waitFor(async () => {
      const rows = await table.list() ?? [];
      expect(rows.map(({ parent }) => parent)).toEqual([process.pid, pid, pid]);
      expect(rows.every(({ state, memoryBytes }) => state === 'sleeping' && memoryBytes > 50_000)).toBe(true);
    }, { timeout: 10_000 });
    expect(table.find(pid)?.parent).toBe(process.pid);
    expect([process.pid, 1, 0, -1, 2 ** 30].map((other) => table.find(other))).toEqual(Array(5).fill(undefined));
    expect([table.hasLeft(pid), table.hasLeft(process.pid)]).toEqual([false, true]);
  });
});

describe('a table that cannot look', () => {
  /** Until the end of the test, a function of `node:fs` fails in this way. */
  function breakReading(name: 'readdirSync' | 'readFileSync', code: string): void {
    const works = fs[name];
    const fail = (): never => {
      throw Object.assign(new Error(`${code}: broken by a test`), { code });
    };
    Object.assign(fs, { [name]: fail });
    syncBuiltinESMExports();
    onTestFinished(() => {
      Object.assign(fs, { [name]: works });
      syncBuiltinESMExports();
    });
  }

  it.runIf(process.platform === 'linux').each([
    ['readdirSync', 'EMFILE', undefined],
    ['readFileSync', 'EMFILE', undefined],
    ['readFileSync', 'ENOENT', []],
  ] as const)('says so, unlike one that finds nobody (/proc, %s, %s)', async (name, code, rows) => {
    const table = new ProcTable(process.pid, '/no/trace');
    breakReading(name, code);
    expect(await table.list()).toEqual(rows);
    expect(table.find(process.pid)).toBe(undefined);
  });

  it('says so, unlike one that finds nobody (ps)', async () => {
    expect(await new PsTable(2 ** 30).list()).toEqual([]);
    vi.stubEnv('PATH', '/nowhere');
    vi.resetModules();
    onTestFinished(() => void vi.unstubAllEnvs());
    const fresh = await import('../../../src/stage/processes/ps.js');
    expect(await new fresh.PsTable(process.pid).list()).toBe(undefined);
  });
});
