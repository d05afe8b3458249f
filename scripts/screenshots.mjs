// Pictures for the documentation, from real runs in a headless terminal: `npm run screenshots -- [NAME…]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { toSvg } from './svg.mjs';

/**
 * `moment`: the picture is taken when the screen matches it, after that many seconds, or at the program's end. `types`:
 * what is typed before, each when the screen matches.
 */
const PICTURES = [
  {
    name: 'learn',
    args: ['learn', 'pool', '--lang', 'python'],
    rows: 24,
    types: [[/read on/, 'n'], [/Enter next/, 'n'], [/▸ 1/, '3\r']],
    moment: /You said[^]*Enter/,
  },
  { name: 'quiz', args: ['quiz', '--seed', '5'], rows: 24, types: [[/▸ 1/, '1\r']], moment: /The right answer/ },
  { name: 'pool-live', args: ['demo', 'pool'], rows: 15, moment: 3.5 },
  { name: 'pool-after', args: ['demo', 'pool'], rows: 48, moment: 'end' },
];
const LIMIT_SECONDS = 40;

const root = fileURLToPath(new URL('..', import.meta.url));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (unknown.length > 0) {
  console.error(`no picture is called ${unknown.join(', ')}; there are ${PICTURES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
mkdirSync(`${root}/docs/pictures`, { recursive: true });
for (const picture of PICTURES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const svg = toSvg(await photograph(picture), ['mp-tutor', ...picture.args].join(' '));
  writeFileSync(`${root}/docs/pictures/${picture.name}.svg`, svg);
  console.log(`docs/pictures/${picture.name}.svg  ${(svg.length / 1024).toFixed(1)} KiB`);
}

/** The terminal at the picture's moment; the program is ended. */
function photograph({ name, args, rows, types = [], moment }) {
  const terminal = new xterm.Terminal({ cols: 80, rows, allowProposedApi: true });
  const { PATH, HOME } = process.env;
  const state = mkdtempSync(join(tmpdir(), 'mp-tutor-pictures-'));
  const toType = [...types];
  const pty = spawn(process.execPath, [`${root}/bin/mp-tutor.js`, ...args], {
    name: 'xterm-256color',
    cols: 80,
    rows,
    env: { PATH, HOME, LANG: 'C.UTF-8', XDG_STATE_HOME: state },
  });
  return new Promise((resolve, reject) => {
    let isOver = false;
    const settle = (act) => {
      if (!isOver) {
        isOver = true;
        clearTimeout(timer);
        pty.kill('SIGKILL');
        rmSync(state, { recursive: true, force: true });
        act();
      }
    };
    const take = () => settle(() => resolve(terminal));
    const giveUp = (why) => settle(() => reject(new Error(`${name}: ${why}\n${text(terminal)}`)));
    const timer = typeof moment === 'number'
      ? setTimeout(take, moment * 1000)
      : setTimeout(giveUp, LIMIT_SECONDS * 1000, `not within ${LIMIT_SECONDS} s`);

    const look = () => {
      const [wanted, keys] = toType[0] ?? [];
      if (wanted?.test(text(terminal))) {
        toType.shift();
        pty.write(keys);
      } else if (toType.length === 0 && moment instanceof RegExp && moment.test(text(terminal))) {
        take();
      }
    };
    terminal.onData((answer) => pty.write(answer));
    pty.onData((data) => {
      // A program that is being ended restores its screen; that belongs to no picture.
      if (!isOver) {
        terminal.write(data, look);
      }
    });
    pty.onExit(() => terminal.write('', () => (moment === 'end' ? take() : giveUp('ended before its moment'))));
  });
}

function text(terminal) {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) => (
    active.getLine(active.viewportY + row)?.translateToString(true) ?? ''
  )).join('\n').trimEnd();
}
