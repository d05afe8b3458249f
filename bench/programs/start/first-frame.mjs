// From the start of `mp-tutor demo pool` in a terminal to the frame in which all of its workers are at work, in ms: `first-frame.mjs FOLDER`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { tell } from '../clock.mjs';

/** Its nine tasks take longer than this. */
const WATCH_MS = 3000;
const WORKERS = [1, 2, 3];
const SIZE = { cols: 100, rows: 30 };
const [folder] = process.argv.slice(2);
const launcher = fileURLToPath(new URL('../../../bin/mp-tutor.js', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, CI: __, NO_COLOR: ___, ...inherited } = process.env;
const env = { ...inherited, LANG: 'C.UTF-8', XDG_STATE_HOME: join(folder, 'state'), XDG_CACHE_HOME: join(folder, 'cache') };

const began = performance.now();
const terminal = spawn(process.execPath, [launcher, 'demo', 'pool'], { name: 'xterm-256color', ...SIZE, env });
// What came is looked at afterwards, so that this process takes no time from the others.
const pieces = [];
terminal.onData((data) => pieces.push({ data, ms: performance.now() - began }));
setTimeout(() => terminal.kill('SIGKILL'), WATCH_MS);
terminal.onExit(async () => {
  const screen = new xterm.Terminal({ ...SIZE, allowProposedApi: true });
  for (const { data, ms } of pieces) {
    await new Promise((resolve) => screen.write(data, resolve));
    const lines = Array.from({ length: SIZE.rows }, (_line, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? '');
    if (WORKERS.every((number) => lines.some((line) => line.includes(`worker ${number} `) && line.includes('computing item')))) {
      return tell(ms);
    }
  }
  console.error(`no frame with three workers at work within ${WATCH_MS} ms`);
  process.exitCode = 1;
});
