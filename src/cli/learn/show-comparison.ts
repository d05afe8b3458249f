import type { Run } from '../../course/index.js';
import type { Drawing } from '../question/draw.js';
import { runCall } from '../tutor/run-call.js';
import { showRan } from '../tutor/show-run.js';
import { cameTrue, compareWithRun } from './comparison.js';
import { showPage } from './lesson-page.js';
import { notRunBody, type Predicted, runBody } from './run-body.js';
import type { Move, Walk } from './walk.js';

/** Runs what the lesson is about, unless that has been done, and shows what came of it beside what was predicted. */
export async function showComparison(run: Run, way: Walk): Promise<Move> {
  const { pages, session } = way;
  const ran = way.ran ?? (await perform(run, way));
  if (!ran) {
    return showNotRun(run, way);
  }
  const response = await showPage(
    {
      body: (drawing) => runBody(ran, predictedOf(way), drawing, { ...session.capabilities, columns: drawing.style.columns }),
      keys: [
        { key: 'r', does: 'run again' },
        ...(ran.events.length > 0 ? [{ key: 't', does: 'details' }] : []),
      ],
      forward: 'next',
    },
    way,
  );
  if ('move' in response) {
    return response.move;
  }
  if ('key' in response && response.key === 'r') {
    await perform(run, way);
    return 'stay';
  }
  const { how } = await showRan(ran, session, pages);
  return how === 'quit' || how === 'interrupt' ? 'quit' : 'stay';
}

/** The learner does not want it to run: the lesson goes on without, and `r` asks again. */
async function showNotRun({ call }: Run, way: Walk): Promise<Move> {
  const body = (drawing: Drawing): string[] => notRunBody(call.text, predictedOf(way), drawing);
  const response = await showPage({ body, keys: [{ key: 'r', does: 'run it' }], forward: 'next' }, way);
  return 'move' in response ? response.move : 'stay';
}

function predictedOf({ lesson, guess, session }: Walk): Predicted {
  return { prediction: lesson.prediction, guess, beliefs: session.course.misconceptions };
}

/** The real run, on the whole terminal. Writes down whether the prediction came true, unless a run has shown it already. */
async function perform({ call }: Run, way: Walk): Promise<Walk['ran']> {
  const { lesson, session, pages, interrupts, guess } = way;
  const isFirst = way.ran === undefined;
  pages.suspend();
  const ran = await runCall(call, session, interrupts, 'live', lesson.prediction?.fact);
  way.ran = ran ?? way.ran;
  const right = isFirst && ran && lesson.prediction && !ran.hasLeft ? cameTrue(compareWithRun(lesson.prediction, guess, ran.facts)) : undefined;
  if (right !== undefined && !interrupts.signal.aborted) {
    session.journal.append({ kind: 'prediction', course: session.course.id, lesson: lesson.id, right });
  }
  return way.ran;
}
