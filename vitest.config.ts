import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Where it is set, each Node process that a test starts reads the certificates again and is 75 ms late.
delete process.env['NODE_EXTRA_CA_CERTS'];
// What is kept of courses that are here for a second is not for the cache of whoever runs the tests.
process.env['XDG_CACHE_HOME'] = join(tmpdir(), 'mp-tutor-test-cache');

/** What looks at all processes of the machine wants no other test beside it. */
const ALONE = ['tests/stage/waits/look.test.ts'];

const common = {
  // Processes, not threads: tests send signals, and a pseudo-terminal's native code belongs on a main thread.
  pool: 'forks' as const,
  // Not rewritten by vitest: a child process compares the text of the function that it finds with that of ours.
  server: { deps: { external: [/\/fixtures\/.+\.mjs$/] } },
  testTimeout: 20_000,
  hookTimeout: 20_000,
};

export default defineConfig({
  test: {
    projects: [
      // Most of a test's time is spent in waiting for processes: even two cores have room for two at once.
      { test: { ...common, name: 'together', include: ['tests/**/*.test.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      { test: { ...common, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
