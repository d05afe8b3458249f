// mp-tutor beside its peers: `npm run bench -- [--row ID]… [--rounds N] [--json] [--write]`.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { commit, machine, moment } from './harness/conditions.mjs';
import { prepare } from './harness/contestants.mjs';
import { judgeTargets, netValues, results } from './harness/judge.mjs';
import { measure } from './harness/measure.mjs';
import { page } from './harness/page.mjs';
import { merge, read, whyApart, write } from './harness/record.mjs';
import { table } from './harness/table.mjs';

const FEWEST_ROUNDS = 5;
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const here = fileURLToPath(new URL('.', import.meta.url));

const USAGE = `Usage: npm run bench -- [options]

Runs each contestant of a row in turns with the others, and compares the medians. All rows take long: docs/benchmarks.md says how long they took.

  --row ID     only this row; may be repeated (an unknown ID lists them: a to g are those of docs/benchmarks.md)
  --rounds N   how often each contestant runs, from ${FEWEST_ROUNDS} on
  --json       the measurements as JSON
  --write      writes docs/benchmarks.md and bench/results.json; with --row, that row anew
  --help

The peers are installed by \`npm ci --prefix bench\`; who is absent is left out by name.`;

const { values: given } = parsed({
  options: {
    help: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    // For the tests of this program: its rows, and where it writes.
    rows: { type: 'string', default: join(here, 'rows') },
    into: { type: 'string' },
  },
});
if (given.help) {
  console.log(USAGE);
  process.exit();
}
const all = await load(resolve(given.rows));
const chosen = all.filter(({ id }) => given.row === undefined || given.row.includes(id));
const unknown = (given.row ?? []).filter((id) => all.every((row) => row.id !== id));
const rounds = given.rounds === undefined ? undefined : Number(given.rounds);
const files = { record: join(given.into ?? here, 'results.json'), page: join(given.into ?? join(here, '../docs'), 'benchmarks.md') };
const thisMachine = machine();
const kept = given.write && chosen.length < all.length ? read(files.record) : undefined;
if (unknown.length > 0) {
  refuse(`there is no row ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}`);
}
if (rounds !== undefined && !(Number.isInteger(rounds) && rounds >= FEWEST_ROUNDS)) {
  refuse(`--rounds takes a whole number from ${FEWEST_ROUNDS} on, not ${given.rounds}`);
}
if (given.write && chosen.length < all.length) {
  const why = whyApart(kept, thisMachine);
  if (why !== undefined) {
    refuse(`--write would mix what cannot be compared: ${why}. Leave --row out`);
  }
}

const stop = new AbortController();
for (const name of Object.keys(EXIT_CODES)) {
  process.once(name, () => stop.abort(name));
}
// Contestants have their temporary files here too: one that is killed leaves some.
const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-'));
process.env.TMPDIR = folder;
try {
  await run();
} catch (error) {
  if (!stop.signal.aborted) {
    throw error;
  }
  process.exitCode = EXIT_CODES[stop.signal.reason];
} finally {
  rmSync(folder, { recursive: true, maxRetries: 5 });
}

async function run() {
  const rows = [];
  for (const row of chosen) {
    rows.push(await measureRow(row));
    if (!given.json) {
      console.log(`${table(rows.at(-1))}\n`);
    }
  }
  const measured = { machine: thisMachine, rows };
  if (given.json) {
    console.log(JSON.stringify(measured, null, 2));
  }
  if (given.write) {
    const record = merge(kept, measured, all.map(({ id }) => id));
    write(files.record, record);
    writeFileSync(files.page, page(record));
  }
  process.exitCode = rows.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

async function load(directory) {
  const names = readdirSync(directory).filter((file) => file.endsWith('.mjs'));
  const rows = await Promise.all(names.map(async (file) => (await import(pathToFileURL(join(directory, file)).href)).default));
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** A row that needs files makes them: its contestants are a function of a folder for them. */
async function measureRow(listed) {
  const row = typeof listed.contestants === 'function' ? { ...listed, contestants: listed.contestants(folder) } : listed;
  const { id, title, unit, better, isCurve = false, notes = [], targets } = row;
  const prepared = row.contestants.map((contestant) => ({ ...contestant, ...prepare(contestant, folder) }));
  const present = prepared.filter(({ absent }) => absent === undefined);
  const when = { ...moment(), commit, rounds: rounds ?? row.rounds ?? FEWEST_ROUNDS };
  const began = performance.now();
  const { values, failures } = await measure(present, when.rounds, (round, name) => tell(`(${id}) round ${round}: ${name}`), stop.signal);
  tell('');
  const net = netValues(present, values);
  return {
    id, title, unit, better, isCurve, notes,
    ...when,
    seconds: Math.round((performance.now() - began) / 1000),
    results: results(row, net),
    targets: judgeTargets({ targets, better }, net),
    absent: prepared.flatMap(({ name, absent }) => (absent === undefined ? [] : [{ name, why: absent }])),
    failures: [...failures].map(([name, why]) => ({ name, why })),
  };
}

/** What is under way, for somebody who waits. */
function tell(text) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001B[K${text}`);
  }
}

function parsed(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(`${error.message}\n\n${USAGE}`);
  }
}

function refuse(why) {
  console.error(why);
  process.exit(2);
}
