// mp-tutor beside its peers: `npm run bench -- [--row ID]… [--rounds N] [--json] [--write]`.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { conditions } from './harness/conditions.mjs';
import { prepare } from './harness/contestants.mjs';
import { judgeTargets, netValues, results } from './harness/judge.mjs';
import { measure } from './harness/measure.mjs';
import { page } from './harness/page.mjs';
import { table } from './harness/table.mjs';

const FEWEST_ROUNDS = 5;
const here = fileURLToPath(new URL('.', import.meta.url));

const { values: given } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    rows: { type: 'string', default: join(here, 'rows') },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const all = await load(resolve(given.rows));
const rows = all.filter(({ id }) => given.row === undefined || given.row.includes(id));
const unknown = (given.row ?? []).filter((id) => all.every((row) => row.id !== id));
const rounds = given.rounds === undefined ? undefined : Number(given.rounds);
if (unknown.length > 0) {
  refuse(`there is no row ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}`);
}
if (rounds !== undefined && !(Number.isInteger(rounds) && rounds >= FEWEST_ROUNDS)) {
  refuse(`--rounds takes a whole number from ${FEWEST_ROUNDS} on, not ${given.rounds}`);
}
if (given.write && rows.length < all.length) {
  refuse('--write makes the page of all rows: leave --row out');
}

const before = conditions(rounds ?? FEWEST_ROUNDS);
const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-'));
const measured = [];
try {
  for (const row of rows) {
    measured.push(await measureRow(row));
    if (!given.json) {
      console.log(`${table(measured.at(-1))}\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (given.json) {
  console.log(JSON.stringify({ conditions: before, rows: measured.map(({ row: { id, title, unit, better }, ...rest }) => ({ id, title, unit, better, ...rest })) }, null, 2));
}
if (given.write) {
  writeFileSync(join(here, '../docs/benchmarks.md'), page(before, measured));
}
process.exitCode = measured.some(({ failures }) => failures.length > 0) ? 1 : 0;

/** `--rows DIR` is for the tests of this program. */
async function load(directory) {
  const files = readdirSync(directory).filter((file) => file.endsWith('.mjs')).toSorted();
  return Promise.all(files.map(async (file) => (await import(pathToFileURL(join(directory, file)).href)).default));
}

/** A row that needs files makes them: its contestants are a function of a folder for them. */
async function measureRow(listed) {
  const row = typeof listed.contestants === 'function' ? { ...listed, contestants: listed.contestants(folder) } : listed;
  const prepared = row.contestants.map((contestant) => ({ ...contestant, ...prepare(contestant, folder) }));
  const present = prepared.filter(({ absent }) => absent === undefined);
  const { values, failures } = await measure(present, rounds ?? row.rounds ?? FEWEST_ROUNDS, (round, name) => tell(`(${row.id}) round ${round}: ${name}`));
  tell('');
  const net = netValues(present, values);
  return {
    row,
    results: results(row, net),
    targets: judgeTargets(row, net),
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

function refuse(why) {
  console.error(why);
  process.exit(2);
}
