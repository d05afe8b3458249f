import { fileURLToPath } from 'node:url';

/** What a child runs. This stands beside `entry/`, as do the few files into which the build puts the library. */
export function entryFile(role: 'process' | 'worker'): string {
  return fileURLToPath(new URL(`./entry/${role}.js`, import.meta.url));
}
