import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { untraced } from './untraced.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A copy of the library and of the programs that use it, as it is or without any call of its tracer.
 * @returns the URL of the copy of work.mjs
 */
export function makeCopy(folder, { hasTracer }) {
  mkdirSync(join(folder, 'bench'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const part of ['package.json', 'bench/programs', 'dist/multiprocessing', 'dist/trace', 'dist/reaper']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  if (!hasTracer) {
    removeTracer(join(folder, 'dist/multiprocessing'));
  }
  return pathToFileURL(join(folder, 'bench/programs/tracing/work.mjs')).href;
}

function removeTracer(library) {
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
