import { readFile } from 'node:fs/promises';
import type { Runtime } from '../../demos/catalogue/index.js';
import { ROOT } from '../root.js';

/** The program of a demo as Node or Python runs it. */
export function programOf(name: string, runtime: Runtime): string {
  return runtime === 'python' ? twinOf(name) : `${ROOT}dist/demos/${name}.js`;
}

/** The program as it was written: that of Node in TypeScript. */
export function sourceOf(name: string, runtime: Runtime): Promise<string> {
  return readFile(runtime === 'python' ? twinOf(name) : `${ROOT}src/demos/${name}.ts`, 'utf8');
}

/** Its name is never that of a module of Python: `queue.py` would be imported in place of Python's own. */
function twinOf(name: string): string {
  return `${ROOT}lessons/python/${name.replaceAll('-', '_')}_demo.py`;
}
