// What workers and processes do in the programs of this folder.

export const square = (n) => n * n;

/** A fixed amount of work, half a millisecond or so. */
export const burn = (seed) => churn(seed, 400_000);
/** Some twenty milliseconds. */
export const burnLong = (seed) => churn(seed, 12_000_000);

function churn(seed, steps) {
  let state = seed;
  for (let step = 0; step < steps; step += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  }
  return state;
}

/** Puts as many items as it is told, as often as it is told, without waiting for each. */
export async function putAll(queue, counts) {
  for await (const count of counts) {
    for (let id = 0; id < count; id += 1) {
      void queue.put({ id, name: 'item' });
    }
  }
}

/** Puts as many numbers as it is told, from 0 on, as often as it is told. */
export async function putOften(queue, counts) {
  for await (const count of counts) {
    for (let n = 0; n < count; n += 1) {
      await queue.put(n);
    }
  }
}
