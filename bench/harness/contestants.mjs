// What a contestant of a row is made of, and whether this machine can run it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('..', import.meta.url));
const C_FLAGS = ['-O2', '-Wall', '-Wextra', '-Werror', '-pthread'];
const LIMIT_MS = 60_000;

/** Python itself: what stands first in PATH may be a script that looks for it. */
export const PYTHON = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8', timeout: LIMIT_MS }).stdout?.trim() || 'python3';

/** The packages that `npm ci --prefix bench` installs. */
export const PEERS = Object.keys(JSON.parse(readFileSync(join(bench, 'package.json'), 'utf8')).dependencies);

/**
 * The command of a contestant, or why it is absent here. A contestant names its program as `node`, `python` or `c` (a file
 * below bench/), or as a whole `command`; `peer` is the package that it needs.
 * @param folder - where compiled programs go
 */
export function prepare({ node, python, c, command, args = [], peer }, folder) {
  if (peer !== undefined && !existsSync(join(bench, 'node_modules', peer))) {
    return { absent: `${peer} is not installed: npm ci --prefix bench` };
  }
  if (python !== undefined) {
    const why = missing(PYTHON, ['-c', '']);
    return why === undefined ? { command: [PYTHON, join(bench, python), ...args] } : { absent: why };
  }
  if (c !== undefined) {
    return compile(join(bench, c), folder, args);
  }
  return { command: node === undefined ? [...command, ...args] : [process.execPath, join(bench, node), ...args] };
}

function compile(source, folder, args) {
  const why = missing('cc', ['--version']);
  if (why !== undefined) {
    return { absent: why };
  }
  const binary = join(folder, basename(source, '.c'));
  const { status, stderr } = spawnSync('cc', [...C_FLAGS, source, '-o', binary], { encoding: 'utf8', timeout: LIMIT_MS });
  return status === 0 ? { command: [binary, ...args] } : { absent: `${basename(source)} does not compile here: ${stderr.trim()}` };
}

function missing(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'ignore', timeout: LIMIT_MS });
  return status === 0 ? undefined : `there is no ${program}`;
}
