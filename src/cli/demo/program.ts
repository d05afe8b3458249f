import type { Demo, Values } from '../../demos/catalogue/index.js';
import { programOf, sourceOf } from './files.js';
import type { PythonRun } from './python.js';
import type { Program } from './watch.js';

/** A program gets this much more time than its pauses take. */
const SPARE_MS = 30_000;
/** One that is to be seen waiting for ever gets less: until then it has started its processes and done its work. */
const SPARE_TO_HANG_MS = 7000;
/** So much is added where a busy machine keeps it from coming so far. */
const PATIENCE_MS = 20_000;

/** How a demo is run. */
export interface HowToRun {
  /** Its Python program is run; without, that of Node. */
  readonly python?: PythonRun | undefined;
  /** A pipe by default. */
  readonly stdout?: 'pipe' | 'terminal' | undefined;
  /** By default, what the demo needs. */
  readonly limitMs?: number | undefined;
}

/** The program of a demo, with these values. */
export async function demoProgram(demo: Demo, values: Values, { python, stdout = 'pipe', limitMs }: HowToRun = {}): Promise<Program> {
  const runtime = python ? 'python' : 'node';
  const isToHang = hangs(demo, values, python);
  return {
    python,
    file: programOf(demo.name, runtime),
    args: [JSON.stringify(values)],
    limitMs: limitMs ?? demo.limitMs?.(values) ?? limitOf(values, isToHang),
    patienceMs: isToHang ? PATIENCE_MS : 0,
    stdout,
    title: demo.name,
    subtitle: [
      ...(python ? [`Python ${python.version}`, python.startMethod] : []),
      demo.describe(values),
      ...(values.delay ? ['slowed down to be watched'] : []),
    ].join(' · '),
    source: await sourceOf(demo.name, runtime),
  };
}

/** Whether a run with these values waits for ever, as it is to show. */
export function hangs(demo: Demo, values: Values, python: PythonRun | undefined): boolean {
  return demo.hangs?.(values, python ? 'python' : 'node') ?? false;
}

/** No pause is longer than one and a half of the delay. */
function limitOf({ workers = 1, items = 1, delay = 0 }: Values, isToHang: boolean): number {
  return isToHang ? SPARE_TO_HANG_MS + 1.5 * delay * Math.ceil(items / workers) : SPARE_MS + 4 * items * delay;
}
