import type { Lesson } from '../../course/index.js';
import { demos } from '../../demos/catalogue/index.js';
import { readDemoArguments } from '../known.js';

/** By then its processes have started and done their work, also where Python starts each anew; and nobody has to wait for long. */
const TO_HANG_MS = 4000;
/** Facts of which one does not know before the limit. */
const ABOUT_THE_LIMIT: ReadonlySet<string> = new Set(['hung', 'asleep', 'ending']);

/**
 * After how long a lesson's run is ended where the lesson is about that: it asks whether the program hangs, or what would
 * mend it. Undefined where there is no need for another limit than that of all runs.
 */
export function limitOf({ prediction, run, mend }: Pick<Lesson, 'prediction' | 'run' | 'mend'>): number | undefined {
  const isAboutIt = mend !== undefined || ABOUT_THE_LIMIT.has(prediction?.fact ?? '');
  return run !== undefined && isAboutIt && !isSlowedDown(run.call) ? TO_HANG_MS : undefined;
}

/** A demo that is slowed down to be watched knows itself how long it takes. */
function isSlowedDown(call: NonNullable<Lesson['run']>['call']): boolean {
  const demo = call.kind === 'demo' ? demos.find(({ name }) => name === call.demo) : undefined;
  const delay = demo ? readDemoArguments(demo, call.args).values['delay'] : undefined;
  return typeof delay === 'number' && delay > 0;
}

/** What a learner is told of it before the run; undefined where there is nothing to say. */
export function limitInWords(lesson: Parameters<typeof limitOf>[0]): string | undefined {
  const limit = limitOf(lesson);
  return limit === undefined ? undefined : `If the program has not ended after ${limit / 1000} seconds, it is ended.`;
}
