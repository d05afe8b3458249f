import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the package, seen from dist/cli/demo/. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The program of a demo as Node runs it. */
export function programOf(name: string): string {
  return `${ROOT}dist/demos/${name}.js`;
}

/** The program as it was written, in TypeScript. */
export function sourceOf(name: string): Promise<string> {
  return readFile(`${ROOT}src/demos/${name}.ts`, 'utf8');
}
