// `npm install` in a checkout builds. An installed package, or an install without development packages, has nothing to
// build.
import { existsSync } from 'node:fs';

const exists = (path) => existsSync(new URL(`../${path}`, import.meta.url));

if (['src/cli', 'node_modules/typescript', 'node_modules/rolldown', 'node_modules/sucrase'].every(exists)) {
  await import('./build.mjs');
}
