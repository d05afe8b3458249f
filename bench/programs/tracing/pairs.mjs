// `node pairs.mjs off|none|on a|b|d`: how quick a copy of the library is beside one without any call of its tracer (untraced.mjs),
// as it is, or itself without those calls, or as it is while its trace is written. 1 is as quick. Both copies do the same work in
// turns in this one process: what the machine does meanwhile falls on both.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print, time } from '../repeat.mjs';
import { makeCopy } from './copies.mjs';

const WARM_UP_MS = 600;
const MEASURED_MS = 1500;
const FEWEST = 5;

const [variant, work] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main() {
  delete process.env.MP_TUTOR_TRACE;
  const bare = await open('bare', { hasTracer: false });
  const trace = join(folder, 'trace');
  if (variant === 'on') {
    process.env.MP_TUTOR_TRACE = trace;
  }
  const other = await open('other', { hasTracer: variant !== 'none' });
  await ratiosFor(WARM_UP_MS, other, bare);
  const ratios = (await ratiosFor(MEASURED_MS, other, bare)).toSorted((one, two) => one - two);
  await Promise.all([bare.close(), other.close()]);
  if (variant === 'on' && statSync(trace).size === 0) {
    throw new Error('nothing was traced');
  }
  print(ratios[Math.floor(ratios.length / 2)]);
}

async function open(name, { hasTracer }) {
  const works = await import(makeCopy(join(folder, name), { hasTracer }));
  return works[work]();
}

/** Of the times for the same work, one after the other, now this one first and now that one. */
async function ratiosFor(ms, other, bare) {
  const ratios = [];
  for (const end = performance.now() + ms; ratios.length < FEWEST || performance.now() < end; ) {
    const inTurn = ratios.length % 2 === 0 ? [other, bare] : [bare, other];
    const times = new Map();
    for (const one of inTurn) {
      times.set(one, await time(one.once, () => {}));
    }
    ratios.push(times.get(bare) / times.get(other));
  }
  return ratios;
}
