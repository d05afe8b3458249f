import { seededRandom } from '../../quiz/index.js';
import { clean } from '../../terminal/index.js';
import type { Pages } from '../../terminal/pages/index.js';
import type { Interrupts } from '../interrupts.js';
import { type Answered, type Asked, askOnPage } from '../question/on-page.js';
import { openTutorPages } from '../tutor/pages.js';
import type { Session } from '../tutor/session.js';
import { lessonOf } from './how-to-read.js';
import type { Posed } from './select.js';
import { showLesson } from './show-lesson.js';

/**
 * Asks the questions one by one. The learner may look back at those that are answered, and leave at any time.
 * @returns the answers until then, in the order of the questions
 */
export async function quizOnPages(
  questions: readonly Posed[],
  session: Session,
  interrupts: Interrupts,
): Promise<Answered[]> {
  const pages = openTutorPages(session, interrupts);
  const answers: Answered[] = [];
  try {
    for (let at = 0; ;) {
      const posed = questions[at];
      const place = { at, of: questions.length, answered: answers[at] };
      const asked = posed && (await ask(posed, place, session, pages, interrupts));
      if (asked?.result) {
        answers[at] = asked.result;
      }
      if (asked?.left !== 'next' && asked?.left !== 'back') {
        return answers;
      }
      at += asked.left === 'back' ? -1 : 1;
    }
  } finally {
    pages.close();
  }
}

async function ask(
  { question, seed }: Posed,
  { at, of, answered }: { readonly at: number; readonly of: number; readonly answered: Answered | undefined },
  session: Session,
  pages: Pages,
  interrupts: Interrupts,
): Promise<Asked> {
  const lesson = lessonOf(question, session.course);
  return askOnPage(question, {
    session,
    pages,
    interrupts,
    random: seededRandom(seed),
    left: `Quiz · ${clean(question.topic)}`,
    right: `${at + 1} of ${of}`,
    hasBack: at > 0,
    answered,
    readLesson: lesson && (() => showLesson(lesson, session, pages)),
  });
}
