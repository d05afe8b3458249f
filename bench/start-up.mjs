// How long the command line takes to start, beside Node itself: `npm run bench -- [--rounds N] [--json]`.
// The commands take turns in each round, so that whatever else the machine does falls on all of them alike.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FEWEST_ROUNDS = 15;
const launcher = fileURLToPath(new URL('../bin/mp-tutor.js', import.meta.url));
const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'mp-tutor --version': [launcher, '--version'],
  'mp-tutor --help': [launcher, '--help'],
  'mp-tutor learn --list': [launcher, 'learn', '--list'],
};

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' }, json: { type: 'boolean' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < FEWEST_ROUNDS) {
  console.error(`--rounds takes a whole number from ${FEWEST_ROUNDS} on, not ${values.rounds}`);
  process.exit(2);
}

const results = summarize(measure(rounds));
if (values.json) {
  console.log(JSON.stringify({ node: process.version, cores: cpus().length, rounds, results }, null, 2));
} else {
  console.log(`Node ${process.version} · ${cpus().length} cores · ${rounds} rounds, milliseconds\n`);
  console.log(table(results));
}

/** The milliseconds of each command, by its name. The first round is warm-up, and fills the compile cache. */
function measure(count) {
  const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
  for (let round = 0; round <= count; round += 1) {
    for (const [name, args] of Object.entries(COMMANDS)) {
      const took = time(name, args);
      if (round > 0) {
        times[name].push(took);
      }
    }
  }
  return times;
}

function time(name, args) {
  // Where it is set, it makes every Node process 75 ms slower.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 10_000 });
  const took = performance.now() - start;
  if (status !== 0) {
    console.error(`${name} failed with ${status}: ${stderr}`);
    process.exit(1);
  }
  return took;
}

/** `spread` is the distance between the quartiles. */
function summarize(times) {
  const base = quantile(times['node -e 0'], 0.5);
  return Object.entries(times).map(([name, values]) => ({
    name,
    median: quantile(values, 0.5),
    ratio: quantile(values, 0.5) / base,
    spread: quantile(values, 0.75) - quantile(values, 0.25),
    fastest: Math.min(...values),
    slowest: Math.max(...values),
  }));
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
}

function table(rows) {
  const numbers = ['median', 'ratio', 'spread', 'fastest', 'slowest'];
  const line = (name, cells) => name.padEnd(24) + cells.map((cell) => cell.padStart(9)).join('');
  const digits = (row) => numbers.map((key) => row[key].toFixed(key === 'ratio' ? 2 : 1));
  return [line('', numbers), ...rows.map((row) => line(row.name, digits(row)))].join('\n');
}
