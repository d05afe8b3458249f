import type { Demo, Values } from '../../demos/catalogue/index.js';
import { programOf, sourceOf } from './files.js';
import type { Program } from './watch.js';

/** A program gets this much more time than its pauses take. */
const SPARE_MS = 30_000;

/** The program of a demo, with these values. */
export async function demoProgram(demo: Demo, values: Values): Promise<Program> {
  const { items = 1, delay = 0 } = values;
  return {
    file: programOf(demo.name),
    args: [JSON.stringify(values)],
    limitMs: SPARE_MS + 4 * items * delay,
    title: demo.name,
    subtitle: `${demo.describe(values)}${delay > 0 ? ' · slowed down to be watched' : ''}`,
    source: await sourceOf(demo.name),
  };
}
