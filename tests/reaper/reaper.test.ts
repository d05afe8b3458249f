import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { removeAtEnd, watch, watchGroup } from '../../src/reaper/reaper.js';
import { REAPER_SCRIPT } from '../../src/reaper/script.js';
import { send } from '../../src/stage/group.js';
import { allGone, eventually, isAlive, listProcesses, startAndHear } from '../support/processes.js';
import { pythons } from '../support/pythons.js';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.mjs`, import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
afterAll(() => rmSync(base, { recursive: true }));

type Started = Record<'busy' | 'bystander' | 'nobody' | 'group' | 'family', number[]>;

/** Starts the fixture with these words, kills it, and gives what it had started. */
async function kill(...words: string[]): Promise<Started> {
  const { child, said } = await startAndHear(fixture('kill-me'), words);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return said as Started;
}

function fill(name: string): string {
  const folder = join(base, name);
  mkdirSync(join(folder, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'inner', 'file'), 'text');
  return folder;
}

describe('after SIGKILL of the parent', () => {
  it('three busy children are gone within 2 seconds', async () => {
    const { busy } = await kill('busy', 'busy', 'busy');
    expect(busy).toHaveLength(3);
    expect(await allGone(busy)).toBe(true);
  });

  it('the children of a watched child are gone too', async () => {
    const { family } = await kill('family');
    expect(family).toHaveLength(4);
    expect(await allGone(family)).toBe(true);
  });

  it('every process of a watched group is gone', async () => {
    const { child, said } = await startAndHear(fixture('kill-me'), ['group']);
    const [leader] = (said as Started).group;
    const members = (): number[] => listProcesses().filter((row) => row.parent === leader).map((row) => row.pid);
    expect(await eventually(() => members().length === 2)).toBe(true);
    const all = [Number(leader), ...members()];
    child.kill('SIGKILL');
    expect(await allGone(all)).toBe(true);
  });

  it('children that are not watched, or no longer, live on and hold nothing up', async () => {
    const { bystander, nobody, busy } = await kill('busy', 'bystander', 'nobody');
    const [others, watched] = [[...bystander, ...nobody], busy];
    expect(await allGone(watched)).toBe(true);
    expect(others.map(isAlive)).toEqual([true, true]);
    others.forEach((pid) => process.kill(pid, 'SIGKILL'));
  });

  it.each([
    ['a plain name', 'plain'],
    ['spaces', ' two  spaces '],
    ['quotes, dollars and stars', `it's "$HOME" \`id\` * ? [a] \\0101 %s`],
    ['newlines', '\nfirst\n\nlast\n'],
    ['a leading dash and letters beyond ASCII', '-rf Überprüfung 進程'],
  ])('a folder whose name has %s is removed, and no other', async (_, name) => {
    const [folder, kept] = [fill(name), fill(`${name}.kept`)];
    await kill('folder', folder, 'kept', kept);
    expect(await eventually(() => !existsSync(folder))).toBe(true);
    expect(existsSync(join(kept, 'inner', 'file'))).toBe(true);
  });

  it('what was registered in the last instruction is gone', async () => {
    for (let again = 0; again < 10; again += 1) {
      const { said } = await startAndHear(fixture('end-at-once'));
      expect(await allGone([(said as { pid: number }).pid])).toBe(true);
    }
  });

  it('a shell that was killed is replaced, and the new one knows everything', async () => {
    const { child, said } = await startAndHear(fixture('lose-the-shell'));
    child.kill('SIGKILL');
    expect(await allGone(said as number[])).toBe(true);
  });
});

describe('at a normal exit', () => {
  it('what is still registered goes, and the shell with it', async () => {
    const folder = fill('at exit');
    const { said } = await startAndHear(fixture('end-at-once'), ['exit', folder]);
    const { pid } = said as { pid: number };
    expect(await allGone([pid])).toBe(true);
    expect(await eventually(() => !existsSync(folder))).toBe(true);
  });
});

describe('the shell', () => {
  const shellOf = (pid: number | undefined) =>
    listProcesses().find((row) => row.parent === pid && row.command.includes('mp-tutor-reaper'));

  it('is one for all registrations, in a session of its own, and ends with its process', async () => {
    const { child, said } = await startAndHear(fixture('kill-me'), ['busy', 'busy', 'folder', fill('one')]);
    const shells = listProcesses().filter((row) => row.parent === child.pid && row.command.includes('reaper'));
    expect(shells).toHaveLength(1);
    expect(shells[0]?.state).toContain('s');
    child.kill('SIGTERM');
    expect(await allGone([...shells.map((row) => row.pid), ...(said as Started).busy])).toBe(true);
  });

  it('does not keep a process alive that has nothing else to do', async () => {
    const program = fixture('nothing-to-do');
    const { child } = await startAndHear(program);
    const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(2000) });
    expect(code).toBe(0);
    expect(await eventually(() => shellOf(child.pid) === undefined)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('has a pipe that no child inherits', async () => {
    const { child, said } = await startAndHear(fixture('kill-me'), ['busy', 'nobody']);
    const [nobody] = (said as Started).nobody;
    const sockets = (pid = 0): string[] =>
      readdirSync(`/proc/${pid}/fd`)
        .filter((fd) => Number(fd) > 2)
        .map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
        .filter((target) => target.startsWith('socket:'));
    expect(sockets(child.pid)).toHaveLength(1);
    expect(sockets(nobody)).toEqual([]);
    process.kill(Number(nobody), 'SIGKILL');
  });
});

// Named semaphores are files on Linux only.
describe.runIf(process.platform === 'linux' && pythons.length > 0)('a watched group of Python', () => {
  it.each(['sh', 'bash'])('may remove its named semaphores after the end (%s)', async (shell) => {
    const program = fileURLToPath(new URL('../stage/fixtures/python/leaves.py', import.meta.url));
    const child = spawn(pythons.at(-1)?.executable ?? '', [program, 'spawn'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const { pid = 0 } = child;
    onTestFinished(() => send(-pid, 'SIGKILL'));
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (line === 'waiting') {
        break;
      }
    }
    const files = (lines[0] ?? '').split(' ').map((name) => `/dev/shm/sem.${name.slice(1)}`);
    const group = [pid, ...listProcesses().filter(({ parent }) => parent === pid).map((row) => row.pid)];
    expect([files.map((file) => existsSync(file)), group.length]).toEqual([[true, true], 3]);
    const reaper = spawn(shell, ['-c', REAPER_SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'] });
    reaper.stdin.end(`+group:${pid}\n`);
    await once(reaper, 'exit');
    expect(await allGone(group)).toBe(true);
    expect(files.filter((file) => existsSync(file))).toEqual([]);
  });
});

it.each([0, 1, -7, 1.5, Number.NaN])('refuses to watch %s, which would kill others', (pid) => {
  expect(() => watch(pid)).toThrow(RangeError);
  expect(() => watchGroup(pid)).toThrow(RangeError);
});

it('refuses to remove the root', () => {
  expect(() => removeAtEnd('/')).toThrow(RangeError);
});
