import type { Guess, Lesson, MendChoice, Question } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { pickForLesson } from '../../quiz/index.js';
import type { Pages } from '../../terminal/pages/index.js';
import type { Facts } from '../../trace/facts.js';
import type { Interrupts } from '../interrupts.js';
import type { Answered } from '../question/on-page.js';
import { courseState } from '../tutor/next-lesson.js';
import type { Ran } from '../tutor/ran.js';
import type { Session } from '../tutor/session.js';
import { withdrawnQuestions } from '../tutor/withdrawn.js';
import type { Tried } from './mend-outcome.js';
import { keptGuess } from './guess.js';
import { earlierQuestion } from './earlier.js';
import { firstPage, openedBy, ownPage, pageBefore, resumeAt, type Turn, turnsOf } from './turns.js';
import { showTurn } from './show-turn.js';

/** How many of a lesson's questions are asked at its end; the others come in quizzes. */
const QUESTIONS = 2;

/** A learner's way through one lesson: what it consists of, and what has happened so far. */
export interface Walk {
  readonly lesson: Lesson;
  readonly session: Session;
  readonly pages: Pages;
  readonly interrupts: Interrupts;
  readonly turns: readonly Turn[];
  /** The index of the turn at which the learner is. */
  at: number;
  /** The learner has been in this lesson before, and is back at the page where they left it. */
  resumed: boolean;
  lang: Language;
  /** What the learner predicts, also when they did so before they left the lesson. */
  guess: Guess | undefined;
  /** The last run; undefined before the first, or when the learner did not agree to it. */
  ran: Ran | undefined;
  /** The facts of the same run, done again without being shown. */
  again: readonly Facts[];
  /** Why it was not done as often as the learner wanted; undefined when it was. */
  noteOfAgain: string | undefined;
  readonly answered: Map<Question, Answered>;
  /** What came of the changes that were tried to mend the program, each time the last. */
  readonly tried: Map<MendChoice, Tried>;
}

/** What the learner wants after a page. */
export type Move = 'forward' | 'back' | 'stay' | 'restart' | 'quit';

/**
 * Takes the learner through a lesson page by page, from where they left it.
 * @returns whether they went through to the end and want to go on
 */
export async function walk(lesson: Lesson, session: Session, pages: Pages, interrupts: Interrupts): Promise<'finished' | 'left'> {
  const way = await beginWalk(lesson, session, pages, interrupts);
  for (let entered = -1; ; ) {
    if (entered !== way.at) {
      entered = way.at;
      remember(way);
    }
    const move = await showTurn(way);
    if (interrupts.signal.aborted || move === 'quit') {
      return 'left';
    }
    if (move === 'forward' && way.at === way.turns.length - 1) {
      return 'finished';
    }
    go(way, move);
  }
}

async function beginWalk(lesson: Lesson, session: Session, pages: Pages, interrupts: Interrupts): Promise<Walk> {
  const { state } = session.journal.read();
  const { course } = session;
  const done = courseState(course, state);
  const { lessons, questions } = done;
  const withdrawn = await withdrawnQuestions(course, done);
  const asked = lesson.questions.filter(({ id }) => !withdrawn.has(id));
  const own = turnsOf(lesson, pickForLesson(asked, questions, QUESTIONS));
  const at = resumeAt(own, lessons.get(lesson.id));
  // Who comes back to the middle of a lesson wants to go on there.
  const turns = at > 0 ? own : openedBy(earlierQuestion(lesson, { course, state: done, withdrawn, now: Date.now() }), own);
  return {
    lesson,
    session,
    pages,
    interrupts,
    turns,
    at,
    resumed: at > 0,
    lang: state.lang ?? session.lang,
    guess: at > 0 ? keptGuess(lesson.prediction, lessons.get(lesson.id)) : undefined,
    ran: undefined,
    again: [],
    noteOfAgain: undefined,
    answered: new Map(),
    tried: new Map(),
  };
}

function go(way: Walk, move: Move): void {
  const from = way.at;
  if (move === 'forward') {
    way.at = Math.min(way.at + 1, way.turns.length - 1);
  } else if (move === 'back') {
    way.at = pageBefore(way.turns, way.at, way.ran !== undefined);
  } else if (move === 'restart') {
    way.at = firstPage(way.turns);
  }
  way.resumed &&= way.at === from;
}

function remember({ session, lesson, turns, at }: Walk): void {
  const { journal, course } = session;
  const place = ownPage(turns, at);
  if (place) {
    journal.append({ kind: 'page', course: course.id, lesson: lesson.id, ...place });
  }
  if (turns[at]?.kind === 'end') {
    journal.append({ kind: 'finished', course: course.id, lesson: lesson.id });
  }
}
