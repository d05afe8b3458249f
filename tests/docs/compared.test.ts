import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LIMIT_MS = 20_000;
const program = fileURLToPath(new URL('fixtures/compared.mjs', import.meta.url));

/** What the table "When to prefer something else" rests on, where no row of the benchmarks shows it. */
test.each<[string, unknown]>([
  ['crash in a pool', 'WorkerDiedError SIGSEGV, went on'],
  ['folder of a thread', 'ERR_WORKER_UNSUPPORTED_OPERATION'],
  ['folder of a process', '0 true'],
  ['waiting in a thread', 1],
  ['waiting on a shared array', 'TypeError'],
  ['ending a thread', 1],
  ['ending a process', 'SIGKILL'],
  ['one port, cluster', true],
  ['one port, processes', 'EADDRINUSE'],
])('%s', (name, said) => {
  const { status, stdout } = run(name);
  expect({ status, said: JSON.parse(stdout) }).toEqual({ status: 0, said });
}, LIMIT_MS);

test('a crash in a thread ends the program', () => {
  expect(run('crash in a thread')).toMatchObject({ signal: 'SIGSEGV', stdout: '' });
}, LIMIT_MS);

function run(name: string) {
  return spawnSync(process.execPath, [program, name], { encoding: 'utf8', timeout: LIMIT_MS });
}
