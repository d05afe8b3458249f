import type { Lesson, Path } from '../../course/index.js';
import type { State } from '../../progress/index.js';
import { type Moment, statistics, type Statistics } from '../../quiz/index.js';
import { clean, fit, pad, width } from '../../terminal/index.js';
import { bar, counted } from '../figures.js';
import type { Entry } from '../prompts.js';
import { languageName } from '../tutor/language.js';
import { courseState, lessonToContinue, pathFor } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';

const LABEL = 14;
const BAR = 18;

/** What can be done from the menu. */
export type Choice = 'continue' | 'lessons' | 'demos' | 'quiz' | 'progress' | 'teachers' | 'settings' | 'leave';

/** The entries of the menu as things stand, each with the command that does the same. */
export function menu(
  { course, capabilities, prefix, lang }: Pick<Session, 'course' | 'capabilities' | 'prefix' | 'lang'>,
  state: State,
  moment: Moment,
): Entry<Choice>[] {
  const known = statistics(course, courseState(course, state), moment);
  const room = capabilities.columns - LABEL - 3;
  const entry = (value: Choice, label: string, says: string, command: string, place = ''): Entry<Choice> => {
    const left = place === '' ? room : room - width(place) - 2;
    return {
      value,
      name: `${pad(label, LABEL)}${place === '' ? fit(says, left) : `${pad(says, left)}  ${place}`}`,
      description: [...(width(says) > left ? [says] : []), `${prefix}mp-tutor ${command}`].join('\n'),
    };
  };
  const next = lessonToContinue(course, state);
  const path = pathFor(course, state.aim);
  const begun = known.lessons.some(({ status }) => status !== 'new');
  return [
    ...(next
      ? [entry('continue', begun ? 'Continue' : 'Begin', clean(next.title), 'learn', placeOf(next, course.lessons, path))]
      : []),
    entry('lessons', 'Lessons', lessonsRead(known, path), 'learn --list'),
    entry('demos', 'Demos', 'see processes at work: spawn, pool, queue, pipe …', 'demo'),
    entry('quiz', 'Quiz', quizSays(known), known.questions.due > 0 ? 'quiz --review' : 'quiz'),
    entry('progress', 'Progress', 'what is read, what is weak', 'progress'),
    entry('teachers', 'For teachers', 'write a lesson, check a course', 'new lesson ID, check'),
    entry('settings', 'Settings', `lessons show ${languageName(lang)}`, 'learn --lang python, js or both'),
    { value: 'leave', name: 'Leave', description: '' },
  ];
}

/** On the learner's path, lessons are counted along it. */
function placeOf(lesson: Lesson, lessons: readonly Lesson[], path: Path | undefined): string {
  const step = path?.lessons.indexOf(lesson.id) ?? -1;
  return step === -1 ? `lesson ${lessons.indexOf(lesson) + 1} of ${lessons.length}` : `${step + 1} of ${path?.lessons.length} on your path`;
}

function lessonsRead({ lessons }: Statistics, path: Path | undefined): string {
  const read = lessons.filter(({ status }) => status === 'finished');
  const all = `${bar(read.length, lessons.length, BAR)}  ${read.length} of ${lessons.length} read`;
  return path ? `${all}, ${read.filter(({ id }) => path.lessons.includes(id)).length} of ${path.lessons.length} on your path` : all;
}

function quizSays({ questions, topics }: Statistics): string {
  const [first] = topics;
  if (questions.answered === 0) {
    return 'processes or threads? ten questions';
  }
  const due = questions.due === 0 ? [] : [`${counted(questions.due, 'question')} ${questions.due === 1 ? 'is' : 'are'} due`];
  const share = first && first.answered > 0 ? Math.round((first.right / first.answered) * 100) : undefined;
  const score = first && share !== undefined ? [`${first.topic} ${share} % right`] : [];
  return [...due, ...score].join('; ') || 'ten questions';
}
