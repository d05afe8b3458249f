import { describe, expect, test } from 'vitest';
import { newest, noPython, oldest, program, pythons, runPlain, runTraced, startMethods, type Python } from './support.js';

test('there is a Python to test with, in CI at least', () => {
  expect(pythons.length > 0 || noPython).toBe(true);
});

const programs = ['pool_methods', 'task_queues', 'pipe_and_lock', 'synchronization', 'manager', 'executor', 'errors', 'nosy'];
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

function withoutAddresses(text: string): string {
  return text.replaceAll(/\b0x[0-9a-f]+/g, '0x');
}
