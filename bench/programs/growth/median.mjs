const WARM_UP_MS = 500;
const MEASURED_MS = 700;

/** The median of what `measure`, which takes its time itself, returns: of as many calls as fit, warmed up, at least one. */
export async function medianOf(measure) {
  await valuesFor(WARM_UP_MS, measure);
  const values = (await valuesFor(MEASURED_MS, measure)).toSorted((one, other) => one - other);
  return values[Math.floor(values.length / 2)];
}

async function valuesFor(ms, measure) {
  const values = [];
  for (const end = performance.now() + ms; values.length === 0 || performance.now() < end; ) {
    values.push(await measure());
  }
  return values;
}
