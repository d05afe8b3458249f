/** After less, V8 is still at work on the code of some contestants. */
const WARM_UP_MS = 600;
const MEASURED_MS = 300;
/** To find the best of several ways. */
export const BRIEF = { warmUpMs: 100, measuredMs: 100 };

/**
 * How long it takes, warmed up, in ms: the median of as many times as fit, at least one of each kind.
 * @param check - throws when what came out is wrong; it is called each time, and not measured
 */
export async function medianTime(doIt, check, { warmUpMs = WARM_UP_MS, measuredMs = MEASURED_MS } = {}) {
  await timesFor(warmUpMs, doIt, check);
  const times = (await timesFor(measuredMs, doIt, check)).toSorted((one, other) => one - other);
  return times[Math.floor(times.length / 2)];
}

async function timesFor(ms, doIt, check) {
  const times = [];
  for (const end = performance.now() + ms; times.length === 0 || performance.now() < end; ) {
    times.push(await time(doIt, check));
  }
  return times;
}

/** How long it takes once, in ms. */
export async function time(doIt, check) {
  const began = performance.now();
  const result = await doIt();
  const took = performance.now() - began;
  check(result);
  return took;
}

/** What a contestant prints, and the harness reads. */
export function print(value) {
  console.log(JSON.stringify({ value }));
}
