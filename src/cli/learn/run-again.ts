import type { Run } from '../../course/index.js';
import { StageError } from '../../stage/index.js';
import { Failure } from '../exit.js';
import { drawingFor } from '../question/draw.js';
import { agreesToRun } from '../tutor/consent.js';
import { perform } from '../tutor/perform.js';
import type { Left } from '../../terminal/pages/index.js';
import { type Content, pageOf } from './lesson-page.js';
import { limitOf } from './limit.js';
import { repeat } from './repeat.js';
import type { Walk } from './walk.js';

/** Together with the first, so many runs show what usually happens. */
export const RUNS_IN_ALL = 5;
/** A learner waits no longer than this for all of them. */
const BUDGET_MS = 10_000;
/** For each: a demo slows its work down to be watched; a program that hangs takes all of its time. */
const LIMIT_MS = { demo: 30_000, program: 6000 } as const;

/** How the page was left, and whether there was nothing more to run by then: then it had its own keys. */
interface RanAgain {
  readonly left: Left;
  readonly isOver: boolean;
}

/**
 * Runs what the lesson is about again until it was run five times or the time is up, without showing it; after each run
 * the page is drawn anew. When the learner leaves the page, what runs is ended.
 */
export async function runAgain({ call }: Run, way: Walk, content: () => Content): Promise<RanAgain> {
  const { session, pages, interrupts } = way;
  const drawing = await drawingFor({ ...session, lang: way.lang });
  const leaving = new AbortController();
  way.noteOfAgain = undefined;
  let isOver = false;
  const draw = () => pageOf(isOver ? content() : { ...content(), keys: [], forward: 'stop' }, way, drawing);
  const end = (note: string | undefined): void => {
    way.noteOfAgain = note;
    isOver = true;
    pages.replace(draw());
  };
  try {
    if (!(await agrees(call, way)) || interrupts.signal.aborted) {
      return { left: { how: 'back' }, isOver };
    }
  } catch (error) {
    way.noteOfAgain = whyNot(error);
    return { left: { how: 'back' }, isOver };
  }
  const limitMs = limitOf(way.lesson) ?? LIMIT_MS[call.kind];
  const again = async (): Promise<void> => {
    const isWhole = await repeat({
      times: RUNS_IN_ALL - 1 - way.again.length,
      // Those that hang only sleep, and do not get in each other's way.
      atOnce: way.ran?.facts['hung'] === true ? RUNS_IN_ALL : 1,
      budgetMs: BUDGET_MS,
      perform: (signal) => perform({ call, startMethod: undefined, stdout: 'pipe', limitMs }, signal),
      onRun: (facts) => {
        way.again = [...way.again, facts];
        pages.replace(draw());
      },
      signal: leaving.signal,
    });
    end(isWhole ? undefined : outOfTime(way.again.length + 1));
  };
  const left = pages.show(draw());
  const running = again().catch((error: unknown) => {
    if (!leaving.signal.aborted) {
      end(whyNot(error));
    }
  });
  try {
    const how = await Promise.race([left, running.then(() => left)]);
    return { left: how, isOver };
  } finally {
    leaving.abort();
    await running;
  }
}

function outOfTime(done: number): string {
  return `Only ${done} of ${RUNS_IN_ALL} runs ${done === 1 ? 'was' : 'were'} done: more would take longer than ${BUDGET_MS / 1000} seconds.`;
}

/** @throws what is no trouble of the program */
function whyNot(error: unknown): string {
  if (error instanceof StageError || error instanceof Failure) {
    return error.message;
  }
  throw error;
}

/** Asked for before the first run; again only if the program has changed. */
async function agrees(call: Run['call'], { session, pages, interrupts }: Walk): Promise<boolean> {
  if (call.kind === 'program' && !session.isOurs && !session.trustsAll) {
    pages.suspend();
  }
  return agreesToRun(call, session, interrupts);
}
