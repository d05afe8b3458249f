// From the start of `mp-tutor demo pool` in a terminal to the frame in which all of its workers are at work, in ms.
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

const LIMIT_MS = 20_000;
const launcher = fileURLToPath(new URL('../../../bin/mp-tutor.js', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, CI: __, NO_COLOR: ___, ...env } = process.env;

const began = performance.now();
const terminal = spawn(process.execPath, [launcher, 'demo', 'pool'], { name: 'xterm-256color', cols: 100, rows: 30, env: { ...env, LANG: 'C.UTF-8' } });
const limit = setTimeout(() => {
  console.error(`no frame with three workers at work within ${LIMIT_MS / 1000} s: ${JSON.stringify(shown)}`);
  terminal.kill('SIGKILL');
  process.exitCode = 1;
}, LIMIT_MS);
let shown = '';
let value;
terminal.onData((data) => {
  shown += data;
  // A line that has changed is drawn anew as a whole.
  const lines = stripVTControlCharacters(shown);
  if (value === undefined && [1, 2, 3].every((number) => new RegExp(`worker ${number}\\b.*?computing item`).test(lines))) {
    value = performance.now() - began;
    terminal.write('q');
  }
});
terminal.onExit(() => {
  clearTimeout(limit);
  console.log(JSON.stringify({ value }));
});
