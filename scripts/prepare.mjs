// `npm install` in a checkout builds; an installed package, or an install without development packages, has nothing to build.
import { existsSync } from 'node:fs';

const inCheckout = existsSync(new URL('../src/cli', import.meta.url));
const canBuild = ['typescript', 'sucrase'].every((name) => existsSync(new URL(`../node_modules/${name}`, import.meta.url)));
if (inCheckout && canBuild) {
  await import('./build.mjs');
}
