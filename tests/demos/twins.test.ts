import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { namedFacts } from '../../src/cli/demo/facts.js';
import { demos, runtimesOf } from '../../src/demos/catalogue/index.js';
import { printedValues } from '../../src/trace/printed.js';

const folder = fileURLToPath(new URL('../../lessons/python', import.meta.url));
const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
/** What Python has not got: an addition in one step, and a pool that gives up. */
const ONLY_IN_NODE = ['atomic', 'mapError'];

/** Runs a twin as a student would: without tutor and trace. */
function alone(file: string, settings: object) {
  return spawnSync('python3', [`${folder}/${file}`, JSON.stringify(settings)], { encoding: 'utf8', timeout: 60_000 });
}

const twins = demos.filter((demo) => runtimesOf(demo).includes('python')).map(({ name, facts }) => ({ name, facts, file: `${name.replaceAll('-', '_')}_demo.py` }));

test('each demo that is Python\'s too has a twin, and no other file is there', () => {
  expect(readdirSync(folder).filter((file) => file !== '__pycache__').toSorted()).toEqual(twins.map(({ file }) => file).toSorted());
});

test.each(twins)('$file imports only the standard library, and names no tutor', ({ file }) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const modules = [...text.matchAll(/^(?:import|from) ([\w.]+)/gm)].map(([, module]) => module);
  const standard = ['asyncio', 'concurrent.futures', 'concurrent.futures.process', 'json', 'multiprocessing', 'multiprocessing.shared_memory', 'os', 'queue', 'resource', 'signal', 'statistics', 'subprocess', 'sys', 'threading', 'time'];
  expect(modules.filter((module) => !standard.includes(module ?? ''))).toEqual([]);
  expect(text).not.toMatch(/tutor|trace/i);
});

describe.skipIf(!hasPython)('alone', () => {
  test.each(twins)('$file ends, and prints the facts that Node\'s program marks', ({ file, facts }) => {
    const { stdout, stderr, status } = alone(file, { items: 3, delay: 10 });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const named = namedFacts(facts, printedValues(stdout.split('\n')));
    const missing = facts.filter((name) => name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], named) === null);
    expect(missing.filter((name) => !ONLY_IN_NODE.includes(name))).toEqual([]);
  });

  test('results and memory are as in Node', () => {
    expect(alone('pool_demo.py', { items: 4, delay: 10 }).stdout).toContain('results = [1, 4, 9, 16]');
    expect(alone('spawn_demo.py', { items: 3, delay: 10 }).stdout).toMatch(/counter here: 2\n[^]*parent_counter = 0\n/);
    const { stdout } = alone('shared_array_demo.py', { items: 3, delay: 10 });
    const { increments, locked } = printedValues(stdout.split('\n'));
    expect(stdout).toContain('squares = [1, 4, 9]');
    expect(locked).toBe(increments);
  });

  test('a killed receiver breaks the pipe, and a dead consumer keeps nobody from ending', () => {
    expect(alone('pipe_demo.py', { items: 4, delay: 40, kill: 1 }).stdout).toMatch(/could not be sent: BrokenPipeError/);
    expect(alone('queue_demo.py', { items: 8, delay: 10, workers: 1, kill: 2 }).stdout).toMatch(/left_in_queue = (4|None)\n[^]*terminate it/);
  });

  test('threads share a list, and processes only the Array', () => {
    const { stdout } = alone('threads_demo.py', { items: 2, delay: 0 });
    expect(printedValues(stdout.split('\n'))).toMatchObject({
      process_shares_list: false, process_shares_shared_memory: true, process_takes_SIGKILL: 'the process', process_takes_error: 'the process',
      thread_shares_list: true, thread_shares_shared_memory: true, thread_takes_SIGKILL: 'the whole program', thread_takes_error: 'the thread',
    });
  });
});
