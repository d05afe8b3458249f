// `node run.mjs off|none|on PROGRAM ARGUMENTS…`: a program of this folder's parent with a copy of the library: as it is, without
// any call of its tracer (untraced.mjs), or as it is while its trace is written.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untraced } from './untraced.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [variant, program, ...args] = process.argv.slice(2);

const copy = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-'));
try {
  makeCopy();
  const { MP_TUTOR_TRACE: _, ...env } = process.env;
  const trace = variant === 'on' ? { MP_TUTOR_TRACE: join(copy, 'trace') } : {};
  const { status, signal } = spawnSync(process.execPath, [join(copy, 'bench/programs', program), ...args], { env: { ...env, ...trace }, stdio: 'inherit' });
  if (variant === 'on' && readFileSync(trace.MP_TUTOR_TRACE).length === 0) {
    throw new Error('the program has written no trace');
  }
  process.exitCode = status ?? (signal === null ? 0 : 1);
} finally {
  rmSync(copy, { recursive: true });
}

function makeCopy() {
  mkdirSync(join(copy, 'bench'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const part of ['package.json', 'bench/programs', 'dist/multiprocessing', 'dist/trace', 'dist/reaper']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  if (variant !== 'none') {
    return;
  }
  const library = join(copy, 'dist/multiprocessing');
  let changed = 0;
  for (const file of readdirSync(library, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(join(library, file), 'utf8');
    const without = untraced(file, text);
    changed += Number(without !== text);
    writeFileSync(join(library, file), without);
  }
  if (changed === 0) {
    throw new Error('no file of the library has called its tracer: there is nothing to compare with');
  }
}
