import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { factOf } from '../../src/course/index.js';
import { demos, runtimesOf } from '../../src/demos/catalogue/index.js';
import { allGone } from '../support/processes.js';
import { bin, descendants, pipeTutor, runTutor } from './mp-tutor.js';
import { quickly } from './quickly.js';

const QUICK = ['--items', '3', '--delay', '10'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** The facts that stand in the last line of `--json`. */
function factsOf(stdout: string): Record<string, unknown> {
  return (JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { facts: Record<string, unknown> }).facts;
}

describe.each(demos.filter((demo) => runtimesOf(demo).includes('node')).map(({ name }) => name))('demo %s', (name) => {
  test('in lines: what happened, what it means, what the OS said, what to try next', () => {
    const { status, stdout, stderr } = runTutor(['demo', name, ...quickly(name)]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(quickly(name).includes('--delay') ? /^\S+ · .*slowed down to be watched\n/ : /^\S+ · .*\n/);
    // The first line or two say what is played.
    expect(stdout).toMatch(/^(?:\S.*\n|  .*\n){1,3}? +0\.000 +\d+ (main|child) +is running/);
    expect(stdout).toMatch(/What you saw\n · .*\n[^]*Seen from outside\n[^]*MB\n[^]*Next\n +mp-tutor demo/);
    expect(stdout).not.toMatch(/NaN|undefined|\[object/);
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  test('in JSON: one event a line, then one object with the facts', () => {
    const { status, stdout } = runTutor(['demo', name, ...quickly(name), '--json']);
    const lines = stdout.trimEnd().split('\n').map((line): unknown => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.slice(0, -1).every((line) => typeof line === 'object' && line !== null && 'ph' in line)).toBe(true);
    // A map fails only when a task has killed too many workers.
    const missing = known.facts(name, []).filter((fact) => fact !== 'mapError' && factOf(factsOf(stdout), fact) === undefined);
    expect(missing).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ demo: name, facts: { ending: 'exited', exitCode: 0, hung: false, tornLines: 0 } });
  });

  test('ejected, it runs alone in a folder of its own', () => {
    expect(runTutor(['demo', name, '--eject', folder]).status).toBe(0);
    const alone = spawnSync(process.execPath, [join(folder, `${name}.mjs`), '{"items":2,"delay":10}'], { encoding: 'utf8', timeout: 15_000 });
    expect(alone.stderr).toBe('');
    expect(alone.status).toBe(0);
  });

  test('--source prints the program', () => {
    expect(runTutor(['demo', name, '--source']).stdout).toBe(readFileSync(join(bin, `../../src/demos/${name}.ts`), 'utf8'));
  });
});

describe('what the demos show is so', () => {
  test('spawn: a process for each item, and a counter in each', () => {
    const facts = factsOf(runTutor(['demo', 'spawn', '--items', '5', '--delay', '10', '--json']).stdout);
    expect(facts).toMatchObject({ workerPids: 5, processes: 6, parentCounter: 0, deaths: [] });
  });

  test('pool: never more PIDs than workers; results in order; a comparison without pauses', () => {
    const facts = factsOf(runTutor(['demo', 'pool', '--workers', '2', '--items', '7', '--delay', '10', '--json']).stdout);
    expect(facts).toMatchObject({ tasks: 7, workerPids: 2, results: [1, 4, 9, 16, 25, 36, 49] });
    expect(facts).toMatchObject({ measured: { one: expect.any(Number), all: expect.any(Number) }, plain: { speedup: expect.any(Number) } });
  });

  test('pool --kill: three workers die with the item, and map fails instead of hanging', () => {
    const facts = factsOf(runTutor(['demo', 'pool', ...QUICK, '--kill', '2', '--json']).stdout);
    expect(facts['deaths']).toHaveLength(3);
    expect(facts).toMatchObject({ retries: 2, mapError: expect.stringContaining('WorkerDiedError') });
  });

  test('queue --kill: only the item that the dead consumer held is lost', () => {
    const facts = factsOf(runTutor(['demo', 'queue', '--items', '6', '--delay', '10', '--kill', '2', '--json']).stdout);
    const done = (facts['output'] as string[]).map((line) => Number(/item (\d+)/.exec(line)?.[1])).toSorted((a, b) => a - b);
    expect(done).toEqual([1, 3, 4, 5, 6]);
    expect(facts['deaths']).toMatchObject([{ signal: 'SIGKILL' }]);
  });

  test('pipe: the end of file comes; with a dead receiver the sender learns of it', () => {
    expect(factsOf(runTutor(['demo', 'pipe', ...QUICK, '--json']).stdout)).toMatchObject({ sends: 3, recvs: 3, eofs: 1 });
    const killed = factsOf(runTutor(['demo', 'pipe', '--items', '5', '--delay', '40', '--kill', '1', '--json']).stdout);
    expect(killed).toMatchObject({ eofs: 0, brokenPipes: 1, deaths: [{ name: 'receiver' }] });
  });

  test('shared-array: Atomics and the lock lose nothing; a dead holder is taken over from', () => {
    const facts = factsOf(runTutor(['demo', 'shared-array', '--items', '6', '--delay', '10', '--kill', '1', '--json']).stdout);
    const [dead] = facts['deaths'] as { pid: number }[];
    expect(facts).toMatchObject({ increments: 2_000_000, atomic: 2_000_000, locked: 2_000_000, deadHolders: [dead?.pid] });
    expect(facts['squares']).toEqual([1, 4, 3, 16, 5, 36]);
  });

  test('threads: a SIGKILL takes a process alone, but with a thread the whole program', () => {
    const facts = factsOf(runTutor(['demo', 'threads', ...QUICK, '--json']).stdout);
    expect(facts).toMatchObject({
      process: { takes: { error: 'the process', SIGKILL: 'the process' }, shares: { list: false, sharedMemory: false } },
      thread: { takes: { error: 'the thread', SIGKILL: 'the whole program' }, shares: { list: false, sharedMemory: true } },
    });
  });
});

describe('conventions', () => {
  test.each([
    { args: [], says: /Usage: mp-tutor[^]*Examples:/ },
    { args: ['--help'], says: /Usage: mp-tutor[^]*Examples:/ },
    { args: ['-h'], says: /Usage: mp-tutor/ },
    { args: ['help', 'demo'], says: /Usage: mp-tutor demo[^]*Examples:/ },
    { args: ['demo'], says: /spawn[^]*pool[^]*queue[^]*pipe[^]*shared-array[^]*threads/ },
    { args: ['demo', 'pool', '--help'], says: /--workers <n>[^]*1 to 12, 3 by default/ },
    { args: ['--version'], says: /^\d+\.\d+\.\d+\n$/ },
  ])('$args: exit 0, on stdout', ({ args, says }) => {
    const { status, stdout, stderr } = runTutor(args);
    expect(stdout).toMatch(says);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test.each([
    { args: ['dmo'], says: /Did you mean demo\?/ },
    { args: ['demo', 'pol'], says: /Did you mean pool\?/ },
    { args: ['demo', 'gil'], says: /Did you mean gil-and-event-loop\?/ },
    { args: ['demo', 'elephant'], says: /There are spawn, pool/ },
    { args: ['demo', 'pool', '--wokers', '3'], says: /Did you mean --workers\?/ },
    { args: ['demo', 'pool', '--workers', '0'], says: /whole number from 1 to 12/ },
    { args: ['demo', 'pool', '--items', '1.5'], says: /whole number from 1 to 60/ },
    { args: ['demo', 'pool', '--delay', ''], says: /whole number from 0 to 10000/ },
    { args: ['demo', 'pool', '--kill', '12'], says: /only 9 items/ },
    { args: ['demo', 'spawn', '--workers', '3'], says: /one process for each item/ },
    { args: ['demo', 'pool', '--all'], says: /--all plays all demos/ },
    { args: ['demo', '--all', '--trace', 'x'], says: /--trace is about one run/ },
    { args: ['demo', '--limit', '3'], says: /--limit is about one run: name a demo/ },
    { args: ['demo', 'pool', '--json', '--plain'], says: /cannot be used with/ },
  ])('$args: exit 2, with a hint on stderr and no stack', ({ args, says }) => {
    const { status, stdout, stderr } = runTutor(args);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n +at /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('the reader of a pipe may leave: no stack, and nobody stays', () => {
    const { stdout, stderr } = pipeTutor('demo queue --items 20 --delay 50', 'head -1');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^queue · [^\n]*\nstatus 0\n$/);
  });

  test('so may the reader of the help', () => {
    const { stdout, stderr } = pipeTutor('help demo', 'head -1');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Usage[^\n]*\nstatus 0\n$/);
  });

  test('colour only where it is wanted', () => {
    const withColour = /\u001b\[[\d;]*m/;
    expect(runTutor(['demo', 'pipe', ...QUICK], { FORCE_COLOR: '1' }).stdout).toMatch(withColour);
    expect(runTutor(['demo', 'pipe', ...QUICK, '--no-color'], { FORCE_COLOR: '1' }).stdout).not.toMatch(withColour);
    expect(runTutor(['demo', 'pipe', ...QUICK, '--json'], { FORCE_COLOR: '1' }).stdout).not.toContain('\u001b');
  });

  test('ASCII where the locale is not UTF-8', () => {
    const { stdout } = runTutor(['demo', 'pool', ...QUICK], { LANG: 'C' });
    expect(stdout).toMatch(/What you saw/);
    expect(stdout).toMatch(/^[\n -~]*$/);
  });

  test('SIGTERM ends it with 143 and leaves nobody', async () => {
    const tutor = spawn(process.execPath, [bin, 'demo', 'queue', '--delay', '500', '--plain'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void tutor.kill('SIGKILL'));
    await once(tutor.stdout, 'data', { signal: AbortSignal.timeout(5000) });
    const processes = descendants(tutor.pid ?? 0);
    tutor.kill('SIGTERM');
    expect(await once(tutor, 'exit', { signal: AbortSignal.timeout(5000) })).toEqual([143, null]);
    expect(await allGone(processes)).toBe(true);
  });

  test('nothing stays in the folder for temporary files', () => {
    expect(runTutor(['demo', 'shared-array', ...QUICK], { TMPDIR: folder }).status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('files', () => {
  test('--trace writes what Perfetto opens', () => {
    const file = join(folder, 'trace.json');
    expect(runTutor(['demo', 'queue', ...QUICK, '--trace', file]).status).toBe(0);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: { ph: string; name: string }[] };
    expect(traceEvents.filter(({ ph }) => ph === 's').length).toBeGreaterThanOrEqual(3);
    expect(traceEvents.some(({ ph, name }) => ph === 'M' && name === 'process_name')).toBe(true);
  });

  test.each([
    { where: 'a folder that is not there', file: 'missing/trace.json', says: /Cannot write the trace to .*missing/ },
    { where: 'a full disk', file: '/dev/full', says: /no space|ENOSPC/i },
  ])('--trace to $where: exit 1 and what to do', ({ file, says }) => {
    const { status, stderr } = runTutor(['demo', 'pipe', ...QUICK, '--trace', file.startsWith('/') ? file : join(folder, file)]);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(1);
  });

  test('a trace that could not be finished leaves the earlier one as it was', () => {
    const file = join(folder, 'trace.json');
    writeFileSync(file, 'earlier');
    pipeTutor(`demo queue --items 20 --delay 50 --trace ${file}`, 'head -1');
    expect(readFileSync(file, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['trace.json']);
  });

  test('no place for temporary files: exit 1, and TMPDIR is named', () => {
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = runTutor(['demo', 'pipe', ...QUICK], { TMPDIR: join(folder, 'file', 'below') });
    expect(stderr).toMatch(/TMPDIR/);
    expect(status).toBe(1);
  });

  test('--eject does not write over what the learner has changed', () => {
    runTutor(['demo', 'pipe', '--eject', folder]);
    writeFileSync(join(folder, 'pipe.mjs'), '// mine');
    const { status, stderr } = runTutor(['demo', 'pipe', '--eject', folder]);
    expect(stderr).toMatch(/is there already/);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'pipe.mjs'), 'utf8')).toBe('// mine');
  });

  test('--eject gives a command that a shell can run, whatever the folder is called', () => {
    const { stdout } = runTutor(['demo', 'pipe', '--eject', join(folder, "it's my folder")]);
    const command = /Run it with: (.*)/.exec(stdout)?.[1] ?? '';
    const { status, stderr } = spawnSync('sh', ['-c', `${command} '{"items":2,"delay":10}'`], { encoding: 'utf8', timeout: 20_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('--eject mends a link to a package that is gone', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync('/nowhere', join(folder, 'node_modules', 'mp-tutor'));
    expect(runTutor(['demo', 'pipe', '--eject', folder]).status).toBe(0);
    expect(existsSync(join(folder, 'node_modules', 'mp-tutor', 'package.json'))).toBe(true);
  });

  test('a project that has mp-tutor gets no second copy', () => {
    const project = join(folder, 'project');
    runTutor(['demo', 'pipe', '--eject', project]);
    runTutor(['demo', 'pool', '--eject', join(project, 'deeper')]);
    expect(existsSync(join(project, 'node_modules', 'mp-tutor'))).toBe(true);
    expect(existsSync(join(project, 'deeper', 'node_modules'))).toBe(false);
  });
});
