import { defineConfig } from 'vitest/config';

// Where it is set, each Node process that a test starts reads the certificates again and is 75 ms late.
delete process.env['NODE_EXTRA_CA_CERTS'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Processes, not threads: tests send signals, and a pseudo-terminal's native code belongs on a main thread.
    pool: 'forks',
    // Not rewritten by vitest: a child process compares the text of the function that it finds with that of ours.
    server: { deps: { external: [/\/fixtures\/.+\.mjs$/] } },
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
