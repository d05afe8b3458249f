import { readFileSync } from 'node:fs';

/** Of mp-tutor, as in `1.2.3`. */
export function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version);
}
