// Under which conditions a run was made: what a reader needs to judge its figures.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { PEERS, PYTHON } from './contestants.mjs';

/** What stays the same from row to row: the machine, and the versions of all that is measured. */
export function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: `Node ${process.version}`,
    python: versionOf(PYTHON),
    cc: versionOf('cc'),
    peers: PEERS.map(versionOfPeer),
  };
}

/** What is measured, with a + when there are changes besides; undefined outside a repository. */
export const commit = commitOf();

/** When a row is measured, and how many processes wanted the processors in the minute before. */
export const moment = () => ({ date: new Date().toISOString().slice(0, 10), load: loadavg()[0].toFixed(2) });

function commitOf() {
  const git = (...args) => spawnSync('git', args, { encoding: 'utf8', timeout: 10_000, cwd: new URL('../..', import.meta.url) });
  const { status, stdout } = git('rev-parse', '--short', 'HEAD');
  const changes = git('status', '--porcelain', '--untracked-files=no', '--', ':!bench/results.json', ':!docs/benchmarks.md');
  return status === 0 ? `${stdout.trim()}${changes.stdout === '' ? '' : '+'}` : undefined;
}

function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.split('\n')[0] : `no ${program}`;
}

function versionOfPeer(name) {
  try {
    const { version } = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'));
    return `${name} ${version}`;
  } catch {
    return `no ${name}`;
  }
}
