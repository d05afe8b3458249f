import type { Run } from '../../course/index.js';
import type { Drawing } from '../question/draw.js';
import type { Ran } from '../tutor/ran.js';
import { runCall } from '../tutor/run-call.js';
import { showRan } from '../tutor/show-ran.js';
import { cameTrue, compareWithRun } from './comparison.js';
import { type Content, type Response, responseTo, showPage } from './lesson-page.js';
import { runAgain, RUNS_IN_ALL } from './run-again.js';
import { limitOf } from './limit.js';
import { notRunBody, type Predicted, runBody } from './run-body.js';
import type { Move, Walk } from './walk.js';

/** Runs what the lesson is about, unless that has been done, and shows what came of it beside what was predicted. */
export async function showComparison(run: Run, way: Walk): Promise<Move> {
  const ran = way.ran ?? (await perform(run, way));
  if (!ran) {
    return showNotRun(run, way);
  }
  const content = (): Content => contentOf(ran, way);
  let response = await showPage(content(), way);
  while (isKey(response, 'n')) {
    const { left, isOver } = await runAgain(run, way, content);
    if (!isOver) {
      return left.how === 'quit' || left.how === 'interrupt' ? 'quit' : 'stay';
    }
    response = responseTo(left);
  }
  return follow(response, ran, run, way);
}

function contentOf(ran: Ran, way: Walk): Content {
  const { capabilities } = way.session;
  return {
    body: (drawing) => runBody(ran, predictedOf(way), drawing, { ...capabilities, columns: drawing.style.columns }),
    keys: [
      { key: 'r', does: 'run again' },
      ...(canBeCounted(ran, way) ? [{ key: 'n', does: `run ${RUNS_IN_ALL} times` }] : []),
      ...(ran.events.length > 0 ? [{ key: 't', does: 'details' }] : []),
    ],
    forward: 'next',
  };
}

/** Whether more runs would tell how often each choice fits; comparisons, which take long, are made once. */
function canBeCounted({ hasLeft, ending }: Ran, { lesson: { prediction }, again }: Walk): boolean {
  const isCompared = /^(?:measured|plain)\./.test(prediction?.fact ?? '');
  return prediction !== undefined && !isCompared && !hasLeft && ending !== 'not started' && again.length + 1 < RUNS_IN_ALL;
}

function isKey(response: Response, key: string): boolean {
  return 'key' in response && response.key === key;
}

async function follow(response: Response, ran: Ran, run: Run, way: Walk): Promise<Move> {
  if ('move' in response) {
    return response.move;
  }
  if (isKey(response, 'r')) {
    await perform(run, way);
    return 'stay';
  }
  const { how } = await showRan(ran, way.session, way.pages);
  return how === 'quit' || how === 'interrupt' ? 'quit' : 'stay';
}

/** The learner does not want it to run: the lesson goes on without, and `r` asks again. */
async function showNotRun({ call }: Run, way: Walk): Promise<Move> {
  const body = (drawing: Drawing): string[] => notRunBody(call.text, predictedOf(way), drawing);
  const response = await showPage({ body, keys: [{ key: 'r', does: 'run it' }], forward: 'next' }, way);
  return 'move' in response ? response.move : 'stay';
}

function predictedOf({ lesson, guess, again, noteOfAgain, session }: Walk): Predicted {
  return { prediction: lesson.prediction, guess, again, noteOfAgain, beliefs: session.course.misconceptions };
}

/** The real run, on the whole terminal. Writes down whether the prediction came true, unless a run has shown it already. */
async function perform({ call }: Run, way: Walk): Promise<Walk['ran']> {
  const { lesson, session, pages, interrupts, guess } = way;
  const isFirst = way.ran === undefined;
  pages.suspend();
  const ran = await runCall({ call, limitMs: limitOf(lesson) }, session, interrupts, 'live', lesson.prediction?.fact);
  way.ran = ran ?? way.ran;
  way.again = ran ? [] : way.again;
  way.noteOfAgain = undefined;
  const right = isFirst && ran && lesson.prediction && !ran.hasLeft ? cameTrue(compareWithRun(lesson.prediction, guess, ran.facts)) : undefined;
  if (right !== undefined && !interrupts.signal.aborted) {
    session.journal.append({ kind: 'prediction', course: session.course.id, lesson: lesson.id, right });
  }
  return way.ran;
}
