import type { Mend, MendChoice } from '../../course/index.js';
import { drawingFor } from '../question/draw.js';
import { runCall } from '../tutor/run-call.js';
import { showRan } from '../tutor/show-ran.js';
import { type Response, showPage } from './lesson-page.js';
import { changeTexts, mendBody, notTriedBody, triedBody } from './mend-body.js';
import { outcomeOf, type Tried } from './mend-outcome.js';
import type { Move, Walk } from './walk.js';

/** Lets the learner choose a change, runs it, says what came of it, and lets them try the others. */
export async function showMend(mend: Mend, way: Walk): Promise<Move> {
  for (let pointed = 0; ;) {
    const response = await choose(mend, pointed, way);
    const choice = 'chosen' in response ? mend.choices[response.chosen] : undefined;
    if (!choice) {
      return 'move' in response ? response.move : 'forward';
    }
    pointed = mend.choices.indexOf(choice);
    const move = await tryIt(choice, mend, way);
    if (move !== 'another') {
      return move;
    }
  }
}

async function choose(mend: Mend, pointed: number, way: Walk): Promise<Response> {
  const drawing = await drawingFor({ ...way.session, lang: way.lang });
  return showPage({
    text: mend.text,
    body: (drawn) => mendBody(mend, drawn),
    choices: changeTexts(mend, way.tried, drawing),
    pointed,
    keys: [{ key: 's', does: way.tried.size > 0 ? 'go on' : 'skip it' }],
    forward: 'run it',
  }, way);
}

/** @returns how the lesson goes on, or that another change is to be chosen */
async function tryIt(choice: MendChoice, mend: Mend, way: Walk): Promise<Move | 'another'> {
  const { session, pages } = way;
  let tried = await perform(choice, mend, way);
  for (;;) {
    const response = await showTried(choice, tried, way);
    if ('move' in response) {
      return response.move === 'back' ? 'another' : response.move;
    }
    const key = 'key' in response ? response.key : '';
    if (key === 'o') {
      return 'another';
    }
    if (key === 'r') {
      tried = await perform(choice, mend, way);
    } else if (tried) {
      const { how } = await showRan(tried.ran, session, pages);
      if (how === 'quit' || how === 'interrupt') {
        return 'quit';
      }
    }
  }
}

/** @returns undefined when the learner did not agree to run it, or left */
async function perform(choice: MendChoice, mend: Mend, { session, pages, interrupts, tried }: Walk): Promise<Tried | undefined> {
  pages.suspend();
  const ran = await runCall(choice.run, session, interrupts, 'live');
  if (!ran) {
    return undefined;
  }
  const it = { ran, outcome: await outcomeOf(mend, ran, session.course) };
  tried.set(choice, it);
  return it;
}

function showTried(choice: MendChoice, tried: Tried | undefined, way: Walk): Promise<Response> {
  const { capabilities, course: { misconceptions: beliefs } } = way.session;
  return showPage({
    body: (drawing) => (tried
      ? triedBody(choice, tried, beliefs, drawing, { ...capabilities, columns: drawing.style.columns })
      : notTriedBody(choice, beliefs, drawing)),
    keys: [
      { key: 'o', does: 'try another' },
      { key: 'r', does: tried ? 'run again' : 'run it' },
      ...(tried && tried.ran.events.length > 0 ? [{ key: 't', does: 'details' }] : []),
    ],
    forward: 'next',
  }, way);
}
