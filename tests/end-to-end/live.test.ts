import { describe, expect, test } from 'vitest';
import { allGone, eventually } from '../support/processes.js';
import { descendants, openTutor, stateOf } from './mp-tutor.js';
import { keys, type Terminal } from './terminal.js';

const SLOW = ['demo', 'pool', '--workers', '2', '--items', '4', '--delay', '1500'];

/** The PIDs that stand at the beginning of the lanes of workers. */
function workers(terminal: Terminal): number[] {
  return [...terminal.screen().matchAll(/(\d+) worker \d/g)].map(([, pid]) => Number(pid));
}

/** Waits until both workers are at work. */
async function bothAtWork(terminal: Terminal): Promise<void> {
  await terminal.waitFor(/worker 1.*computing[^]*worker 2.*computing/);
}

describe.each([{ columns: 80 }, { columns: 50 }])('at $columns columns', ({ columns }) => {
  test('a live pool shows its workers, then what was seen', async () => {
    const terminal = openTutor(['demo', 'pool', '--workers', '2', '--items', '4', '--delay', '400'], { columns });
    await terminal.waitFor(/worker 1[^]*worker 2/);
    await terminal.waitFor(/computing item 4/);
    expect(terminal.cursorVisible).toBe(false);
    const { code } = await terminal.exit(15_000);
    const transcript = terminal.transcript();
    expect(code).toBe(0);
    expect(terminal.cursorVisible).toBe(true);
    expect(transcript).toMatch(/What you saw\n · 4 tasks, done by 2\s+worker/);
    expect(transcript.replaceAll(/\s+/g, ' ')).toMatch(/Without the pauses: 1 worker \S+ \w+, 2 workers \S+ \w+, [\d.]+ times as fast/);
    expect(transcript).toMatch(/Seen from outside[^]*worker 2[^]*MB/);
    expect(Math.max(...transcript.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});

test('space stops the processes, and lets them go on', async () => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  const [first = 0] = workers(terminal);
  terminal.type(' ');
  expect(await eventually(() => stateOf(first) === 'T')).toBe(true);
  terminal.type(' ');
  expect(await eventually(() => stateOf(first) !== 'T')).toBe(true);
  expect((await terminal.exit(15_000)).code).toBe(0);
});

test('k kills a worker, which the pool replaces', async () => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  const [first = 0] = workers(terminal);
  terminal.type('k');
  await terminal.waitFor(/which|1/i);
  terminal.type('1');
  expect(await allGone([first])).toBe(true);
  await terminal.waitFor(/worker 3/);
  const { code } = await terminal.exit(20_000);
  expect(code).toBe(0);
  expect(terminal.transcript()).toContain(`${first} died by SIGKILL`);
});

test('s shows the source while the program goes on', async () => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  terminal.type('s');
  await terminal.waitFor(/new Pool\(import\.meta\.url|export async function square/);
  terminal.type('s');
  await terminal.waitFor(/worker 1/);
  terminal.type('q');
  expect((await terminal.exit(5000)).code).toBe(0);
});

test.each([
  { how: 'q', type: 'q', code: 0 },
  { how: 'Ctrl-C', type: keys.ctrlC, code: 130 },
  { how: 'Ctrl-C while it is stopped', type: ` ${keys.ctrlC}`, code: 130 },
  { how: 'two impatient Ctrl-C', type: keys.ctrlC + keys.ctrlC, code: 130 },
])('$how ends the demo and all its processes, and gives the terminal back', async ({ type, code }) => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  const processes = descendants(terminal.pid);
  expect(processes.length).toBeGreaterThanOrEqual(3);
  for (const key of type) {
    terminal.type(key);
  }
  expect((await terminal.exit(5000)).code).toBe(code);
  expect(await allGone(processes)).toBe(true);
  expect(terminal.cursorVisible).toBe(true);
  expect(terminal.screen()).not.toMatch(/computing/);
});

test('Ctrl-C before the first frame and while measuring leaves nobody behind', async () => {
  const early = openTutor(SLOW);
  expect(await eventually(() => descendants(early.pid).length > 0, 5000)).toBe(true);
  const started = descendants(early.pid);
  early.type(keys.ctrlC);
  expect((await early.exit(5000)).code).toBe(130);
  expect(await allGone(started)).toBe(true);

  const measuring = openTutor(['demo', 'pool', '--items', '3', '--delay', '10']);
  await measuring.waitFor(/Measuring/, 10_000);
  const processes = descendants(measuring.pid);
  measuring.type(keys.ctrlC);
  expect((await measuring.exit(5000)).code).toBe(130);
  expect(await allGone(processes)).toBe(true);
  expect(measuring.cursorVisible).toBe(true);
});

test('when mp-tutor itself is killed, its processes end too', async () => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  const processes = descendants(terminal.pid);
  process.kill(terminal.pid, 'SIGKILL');
  await terminal.exit(5000);
  expect(await allGone(processes)).toBe(true);
});

test('resizing in the middle keeps every line within the terminal', async () => {
  const terminal = openTutor(SLOW);
  await bothAtWork(terminal);
  for (const [columns, rows] of [[50, 24], [20, 10], [200, 50], [80, 24]] as const) {
    terminal.resize(columns, rows);
    await terminal.waitFor((screen) => screen.includes('pool') && screen.split('\n').every((line) => line.length <= columns));
  }
  await bothAtWork(terminal);
  terminal.type('q');
  expect((await terminal.exit(5000)).code).toBe(0);
});

test('CI and TERM=dumb get lines instead of an animation', async () => {
  for (const env of [{ CI: '1' }, { TERM: 'dumb' }]) {
    const terminal = openTutor(['demo', 'pipe', '--items', '1', '--delay', '10'], { env });
    await terminal.exit(10_000);
    expect(terminal.transcript()).toMatch(/0\.000 +\d+ main +is running/);
  }
});
