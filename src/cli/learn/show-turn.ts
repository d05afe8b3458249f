import { type Blocks, claimOf, type Guess, type Lesson, type Prediction, type Question, type Run } from '../../course/index.js';
import { askOnPage } from '../question/on-page.js';
import { showLesson } from '../quiz/show-lesson.js';
import { lessonAfter, unreadBefore } from '../tutor/next-lesson.js';
import { showClaims } from '../tutor/show-me/show-claims.js';
import type { Said } from '../tutor/show-me/showing.js';
import { beforeRunBody, openingBody, predictionBody, sectionBody } from './body.js';
import { endBody } from './end-body.js';
import { describeGuess, rememberGuess } from './guess.js';
import { limitInWords } from './limit.js';
import { headerOf, positionOf, type Response, showPage } from './lesson-page.js';
import { showComparison } from './show-comparison.js';
import { showExercise } from './show-exercise.js';
import { showMend } from './show-mend.js';
import type { Move, Walk } from './walk.js';

/** Shows the page at which the learner is. */
export async function showTurn(way: Walk): Promise<Move> {
  const { lesson } = way;
  const turn = way.turns[way.at];
  switch (turn?.kind) {
    case 'earlier':
      return showQuestion(turn.question, way, `To begin with, a question of an earlier lesson${titleOf(turn.question, way)}`);
    case undefined:
    case 'opening':
      return showOpening(way);
    case 'prediction':
      return showPrediction(turn.prediction, way);
    case 'run':
      return showBeforeRun(turn.run, way);
    case 'comparison':
      return showComparison(turn.run, way);
    case 'mend':
      return showMend(turn.mend, way);
    case 'answer':
      return showText('The answer', lesson.answer, lesson.answerClaims, way);
    case 'more':
      return showText(turn.section.title, turn.section.blocks, turn.section.claims, way);
    case 'your-turn':
      return lesson.exercise ? showExercise(lesson.exercise, way) : showText('Your turn', lesson.yourTurn, [], way);
    case 'quiz':
      return showQuestion(turn.question, way);
    case 'end':
      return showEnd(way);
  }
}

/** A page on which there is nothing to do but to read. */
function moveOf(response: Response): Move {
  return 'move' in response ? response.move : 'stay';
}

async function showOpening(way: Walk): Promise<Move> {
  const { lesson } = way;
  const notes = comesAfter(way);
  return moveOf(await showPage({ text: lesson.opening, forward: 'next', body: (drawing) => openingBody(lesson, notes, drawing) }, way));
}

/** That the lesson builds on others which have not been read; nothing keeps a learner from reading it first. */
function comesAfter({ lesson, session }: Walk): string[] {
  const unread = unreadBefore(session.course, session.journal.read().state, lesson);
  return unread.length === 0 ? [] : [`This comes after ${unread.join(' and ')}, which you have not read yet.`];
}

/** @param ids - of the claims in it, which `s` shows */
async function showText(title: string, blocks: Blocks, ids: readonly string[], way: Walk): Promise<Move> {
  const { lesson, session, guess } = way;
  const claims = ids.flatMap((id) => claimOf(session.course, id) ?? []);
  const keys = claims.length > 0 ? [{ key: 's', does: 'show me' }] : [];
  const response = await showPage({ text: blocks, keys, forward: 'next', body: (drawing) => sectionBody(title, blocks, drawing) }, way);
  if ('key' in response) {
    await showClaims({ claims, said: saidOfGuess(lesson, guess), isKey: false }, way);
  }
  return moveOf(response);
}

function saidOfGuess({ prediction }: Lesson, guess: Guess | undefined): Said | undefined {
  return prediction && guess && { kind: 'prediction', fact: prediction.fact, expected: guess.expected };
}

async function showPrediction({ text, choices }: Prediction, way: Walk): Promise<Move> {
  const { capabilities } = way.session;
  const before = way.guess;
  const response = await showPage(
    {
      text,
      body: (drawing) => predictionBody(text, [before && `You said: ${describeGuess(before, capabilities)}`, limitInWords(way.lesson)], drawing),
      ...(before && { pointed: choices.indexOf(before) }),
      choices: choices.map((choice) => describeGuess(choice, capabilities)),
      keys: [{ key: 's', does: 'skip the guess' }],
      forward: 'guess',
    },
    way,
  );
  if ('move' in response && response.move !== 'forward') {
    return response.move;
  }
  way.guess = 'chosen' in response ? choices[response.chosen] : undefined;
  rememberGuess(way.guess, way.lesson, way.session);
  return 'forward';
}

async function showBeforeRun({ text, call }: Run, way: Walk): Promise<Move> {
  const { capabilities } = way.session;
  const guess = way.guess && `You said: ${describeGuess(way.guess, capabilities)}`;
  const forward = way.ran ? 'next' : 'run it';
  return moveOf(await showPage({ text, forward, body: (drawing) => beforeRunBody(text, call.text, [guess, limitInWords(way.lesson)], drawing) }, way));
}

/** The title of the lesson that a question comes from, after a colon. */
function titleOf({ lesson }: Question, { session: { course } }: Walk): string {
  const title = course.lessons.find(({ id }) => id === lesson)?.title;
  return title === undefined ? '' : `: ${title}`;
}

async function showQuestion(question: Question, way: Walk, note?: string): Promise<Move> {
  const { pages, interrupts, answered, lang } = way;
  const other = way.session.course.lessons.find(({ id }) => id === question.lesson && id !== way.lesson.id);
  const session = { ...way.session, lang };
  const asked = await askOnPage(question, {
    session,
    pages,
    interrupts,
    random: Math.random,
    left: headerOf(way),
    right: positionOf(way),
    hasBack: way.at > 0,
    answered: answered.get(question),
    note,
    readLesson: other && (() => showLesson(other, session, pages)),
  });
  if (asked.result) {
    answered.set(question, asked.result);
  }
  return asked.left === 'next' ? 'forward' : asked.left === 'back' ? 'back' : 'quit';
}

async function showEnd(way: Walk): Promise<Move> {
  const { lesson, session } = way;
  const after = lessonAfter(session.course, session.journal.read().state, lesson);
  const forward = after ? 'next lesson' : 'leave';
  const body = ({ style: { columns } }: { style: { columns: number } }): string[] =>
    endBody(lesson, after, session, { ...session.capabilities, columns });
  return moveOf(await showPage({ forward, body }, way));
}
