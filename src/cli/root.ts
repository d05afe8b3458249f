import { fileURLToPath } from 'node:url';

/** The folder of the package, with a slash at its end: seen from `dist/cli/`, and from the bundle in `dist/tutor/`. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
