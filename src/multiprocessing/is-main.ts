import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { tracer } from '../trace/writer.js';

/**
 * Whether the module with this URL is the program that was started, and not one that a child process or another module
 * imports: what `if __name__ == '__main__'` asks in Python. A child imports the module anew to find its function, so
 * whatever starts processes stands under `if (isMain(import.meta.url))`.
 */
export function isMain(moduleUrl: string): boolean {
  const program = process.argv[1];
  if (!isMainThread || program === undefined) {
    return false;
  }
  try {
    // As Node itself finds it: `node work` may mean work.js.
    const is = createRequire(moduleUrl).resolve(program) === realpathSync(fileURLToPath(moduleUrl));
    if (is) {
      tracer?.nameProcess(); // so that a trace begins with its program, whatever that does first
    }
    return is;
  } catch {
    return false;
  }
}
