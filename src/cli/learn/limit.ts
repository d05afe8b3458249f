import type { Call, Lesson } from '../../course/index.js';
import { demos } from '../../demos/catalogue/index.js';
import { readDemoArguments } from '../known.js';

/** By then its processes have started and done their work, also where Python starts each anew; and nobody has to wait for long. */
const TO_HANG_MS = 4000;
/** Facts of which one does not know before the limit. */
const ABOUT_THE_LIMIT: ReadonlySet<string> = new Set(['hung', 'asleep', 'ending']);

/**
 * After how long a lesson's run is ended where the lesson asks whether the program hangs. Undefined where there is no need
 * for another limit than that of all runs.
 */
export function limitOf({ prediction, run }: Pick<Lesson, 'prediction' | 'run'>): number | undefined {
  return run !== undefined && ABOUT_THE_LIMIT.has(prediction?.fact ?? '') && !takesItsTime(run.call) ? TO_HANG_MS : undefined;
}

/** A demo knows itself how long it takes, unless it is not slowed down to be watched. */
function takesItsTime(call: Call): boolean {
  const demo = call.kind === 'demo' ? demos.find(({ name }) => name === call.demo) : undefined;
  return demo !== undefined && readDemoArguments(demo, call.args).values['delay'] !== 0;
}

/** What a learner is told of it before the run; undefined where there is nothing to say. */
export function limitInWords(lesson: Pick<Lesson, 'prediction' | 'run'>): string | undefined {
  const limit = limitOf(lesson);
  return limit === undefined ? undefined : `If the program has not ended after ${limit / 1000} seconds, it is ended.`;
}
