// What the workers of every pool do.

export const square = (n) => n * n;

/** For pools that leave it to their users to put tasks together. */
export const squares = (numbers) => numbers.map(square);

/** A fixed amount of work, not a fixed time: two workers that share a core would else seem twice as fast as one. */
export function burn(steps) {
  let state = 1;
  for (let step = 0; step < steps; step += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  }
  return state;
}

/** So many numbers of 8 bytes make a page. */
export const PAGE = 512;

/** Changes a number in each page, and gives the array back. */
export function touch(array) {
  const length = array.length ?? Object.keys(array).length;
  for (let index = 0; index < length; index += PAGE) {
    array[index] += 1;
  }
  return array;
}

export function touchShared(_, { array }) {
  touch(array);
}
