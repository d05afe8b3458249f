import { describe, expect, test } from 'vitest';
import { argumentsOf, newest, noPython, oldest, program, pythons, runPlain, runTraced, startMethods, type Python } from './support.js';

test('there is a Python to test with, in CI at least', () => {
  expect(pythons.length > 0 || noPython).toBe(true);
});

const programs = ['pool_methods', 'task_queues', 'pipe_and_lock', 'synchronization', 'manager', 'executor', 'errors', 'nosy', 'impolite', 'nested_calls'];
const cases: [string, string, Python][] = [
  ...programs.flatMap((name) => startMethods.map((method): [string, string, Python] => [name, method, newest])),
  ...programs.map((name): [string, string, Python] => [name, 'fork', oldest]),
  ...pythons.slice(1, -1).map((python): [string, string, Python] => ['errors', 'fork', python]),
];

describe.skipIf(noPython)('a traced program prints, fails and ends as it does without the tracer', () => {
  test.concurrent.for(cases)('%s, %s, %o', async ([name, method, python], { expect }) => {
    const options = { args: [method], python };
    const [plain, traced] = await Promise.all([runPlain(program(name), options), runTraced(program(name), options)]);
    const { code, stdout, stderr } = traced;
    expect({ code, stdout: withoutAddresses(stdout), stderr: withoutAddresses(stderr) }).toEqual({
      code: plain.code, stdout: withoutAddresses(plain.stdout), stderr: withoutAddresses(plain.stderr),
    });
    expect(plain.stdout).not.toBe('');
    expect(traced.tornLines).toBe(0);
    expect(traced.longestLine).toBeLessThan(1024);
    expect(traced.events.length).toBeGreaterThan(20);
  });
});

const ends = newest.version === oldest.version ? [newest] : [oldest, newest];

describe.skipIf(noPython).for(ends)('what others do while the tracer is at work ($version)', (python) => {
  test.concurrent('a signal at any place within it leaves no lock held that the program has released or not got', async ({ expect }) => {
    const { stdout, stderr } = await runTraced(program('signals'), { python });
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^with_block went on; [1-9] signals came\nby_calls went on; [1-9] signals came\n$/), stderr: '',
    });
  });

  test.concurrent('an error that the program prints and survives does not end its function', async ({ expect }) => {
    const traced = await runTraced(program('impolite'), { python, args: ['fork'] });
    expect(argumentsOf(traced, 'process', 'run', 'e')).toEqual([{}]);
    expect(argumentsOf(traced, 'process', 'process_name', 'M').map(({ name }) => name)).toContain('worker');
    const end = traced.events.find(({ name, ph }) => name === 'run' && ph === 'e');
    const put = traced.events.find(({ name, ph, pid }) => name === 'put' && ph === 'e' && pid === end?.pid);
    expect(put?.ts).toBeLessThan(end?.ts ?? 0);
  });

  test.concurrent('a child that is not traced leaves a gap, and the trace of its parent goes on', async ({ expect }) => {
    const traced = await runTraced(program('untraced_child'), { python });
    expect(traced).toMatchObject({ stdout: 'from the child\nown\n', stderr: '', facts: { processes: 1, puts: 1, gets: 2 } });
    expect(argumentsOf(traced, 'queue', 'get', 'e').map(({ item }) => item)).toEqual([undefined, 1]);
  });
});

function withoutAddresses(text: string): string {
  return text.replaceAll(/\b0x[0-9a-f]+/g, '0x');
}
