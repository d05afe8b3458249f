import type { Run } from '../../course/index.js';
import { StageError } from '../../stage/index.js';
import { Failure } from '../exit.js';
import { drawingFor } from '../question/draw.js';
import { agreesToRun } from '../tutor/consent.js';
import { perform } from '../tutor/perform.js';
import type { Left } from '../../terminal/pages/index.js';
import { type Content, pageOf } from './lesson-page.js';
import type { Walk } from './walk.js';

/** Together with the first, so many runs show what usually happens. */
export const RUNS_IN_ALL = 5;
/** A demo slows its work down to be watched; a program that hangs takes all of its time. */
const LIMIT_MS = { demo: 30_000, program: 6000 } as const;

/**
 * Runs what the lesson is about again until it was run five times, without showing it; after each run the page is drawn
 * anew. When the learner leaves the page, what runs is ended.
 * @returns how the page was left, and whether all runs were done by then
 */
export async function runAgain({ call }: Run, way: Walk, content: () => Content): Promise<{ readonly left: Left; readonly isWhole: boolean }> {
  const { session, pages, interrupts } = way;
  if (!(await agrees(call, way)) || interrupts.signal.aborted) {
    return { left: { how: 'back' }, isWhole: false };
  }
  const drawing = await drawingFor({ ...session, lang: way.lang });
  const leaving = new AbortController();
  let isWhole = false;
  const draw = () => pageOf(isWhole ? content() : { ...content(), keys: [], forward: 'stop' }, way, drawing);
  const again = async (): Promise<void> => {
    const limitMs = LIMIT_MS[call.kind];
    while (way.again.length + 1 < RUNS_IN_ALL && !leaving.signal.aborted) {
      way.again = [...way.again, await perform({ call, startMethod: undefined, stdout: 'pipe', limitMs }, leaving.signal)];
      isWhole = way.again.length + 1 === RUNS_IN_ALL;
      pages.replace(draw());
    }
  };
  const left = pages.show(draw());
  const running = again().catch((error: unknown) => {
    if (!leaving.signal.aborted && !(error instanceof StageError || error instanceof Failure)) {
      throw error;
    }
    // It ran before; why it no longer does, `r` says.
    isWhole = true;
    pages.replace(draw());
  });
  try {
    const how = await Promise.race([left, running.then(() => left)]);
    return { left: how, isWhole };
  } finally {
    leaving.abort();
    await running;
  }
}

/** Asked for before the first run; again only if the program has changed. */
async function agrees(call: Run['call'], { session, pages, interrupts }: Walk): Promise<boolean> {
  if (call.kind === 'program' && !session.isOurs && !session.trustsAll) {
    pages.suspend();
  }
  return agreesToRun(call, session, interrupts);
}
