import { type Contents, describeProblem, type LessonHead } from '../../course/index.js';
import type { ExerciseState, State } from '../../progress/index.js';
import { type Capabilities, clean, glyphs, pad, paint, present, toJson, width, wrap, write } from '../../terminal/index.js';
import { exerciseInWords, isSolved } from '../exercise/list.js';
import { courseState, lessonToContinue, pathFor } from '../tutor/next-lesson.js';
import { joined } from '../tutor/lines.js';
import type { Session } from '../tutor/session.js';

/** `learn --list`. */
export async function list(session: Session<Contents>): Promise<void> {
  const lines = listLines(session.course, session.state, session);
  await write(session.io.stdout, `${lines.join('\n')}\n`);
}

/** `learn --list --json`: one object. */
export async function listJson({ io, course, state }: Session<Contents>): Promise<void> {
  const { lessons, exercises } = courseState(course, state);
  const all = course.lessons.map((lesson, index) => {
    const { id, title, topic, after, file, hasExercise } = lesson;
    const { page, of, finishedAt } = lessons.get(id) ?? {};
    const at = page === undefined || of === 0 ? null : { page: page + 1, of };
    return { number: index + 1, id, title, topic, after, file, minutes: minutesIn(lesson), read: finishedAt !== undefined, at, exercise: hasExercise ? { solved: [...(exercises.get(id)?.solved ?? [])] } : null };
  });
  const { id, title, folder, paths, problems } = course;
  await write(io.stdout, `${toJson({ course: { id, title, folder, paths }, lessons: all, problems })}\n`);
}

/** The lessons in their order, how far the learner is, the paths through them, and which cannot be shown. */
export function listLines(
  course: Contents,
  state: State,
  { capabilities, prefix, suffix = '' }: Pick<Session, 'capabilities' | 'prefix' | 'suffix'>,
): string[] {
  const columns = capabilities.columns - 1;
  const next = lessonToContinue(course, state) ?? course.lessons[0];
  const lines = joined([
    wrap(paint(capabilities.colour).strong(clean(course.title)), columns, ' '),
    lessonLines(course, state, capabilities),
    pathLines(course, state, columns),
    brokenLines(course, columns),
    next ? wrap(`Read one with \`${prefix}mp-tutor learn ${next.id}${suffix}\`.`, columns, ' ') : [],
  ]);
  return present(lines, capabilities);
}

function lessonLines(course: Contents, state: State, { columns, colour }: Capabilities): string[] {
  const digits = `${course.lessons.length}`.length;
  const longest = course.lessons.reduce((most, { id }) => Math.max(most, width(id)), 0);
  const { strong } = paint(colour);
  return course.lessons.flatMap((lesson, index) => {
    const number = ` ${`${index + 1}`.padStart(digits)}  `;
    const words = [`${minutesIn(lesson)} min`, progressOf(lesson, course, state), exerciseOf(lesson, courseState(course, state).exercises.get(lesson.id))];
    const head = wrap(words.filter((each) => each !== '').join(` ${glyphs.bullet} `), columns - 1, `${number}${pad(lesson.id, longest)}  `);
    return [...head.map((line) => strong(line)), ...wrap(clean(lesson.title), columns - 1, ' '.repeat(number.length))];
  });
}

/** About how long a lesson takes, without its exercise. */
function minutesIn({ minutes }: LessonHead): number {
  return Math.max(1, Math.round(minutes));
}

/** Whether there is one, and how far the learner is with it. */
function exerciseOf({ hasExercise }: LessonHead, state: ExerciseState | undefined): string {
  if (!hasExercise) {
    return '';
  }
  return isSolved(state) ? `${glyphs.passed} exercise` : ['exercise', exerciseInWords(state)].filter((part) => part !== '').join(': ');
}

function progressOf({ id }: LessonHead, course: Contents, state: State): string {
  const lesson = courseState(course, state).lessons.get(id);
  if (!lesson) {
    return '';
  }
  const isAtEnd = lesson.page + 1 >= lesson.of;
  const place = isAtEnd ? '' : `at page ${lesson.page + 1} of ${lesson.of}`;
  return lesson.finishedAt === undefined ? place : ['read', place].filter((part) => part !== '').join(', again ');
}

function pathLines(course: Contents, state: State, columns: number): string[] {
  const own = pathFor(course, state.aim);
  return course.paths.flatMap((path) => {
    const numbers = path.lessons.map((id) => course.lessons.findIndex((lesson) => lesson.id === id) + 1);
    const isOwn = path === own ? ' (your path)' : '';
    return wrap(`${clean(path.title)}${isOwn}: ${numbers.join(', ')}`, columns, ' ');
  });
}

function brokenLines({ problems }: Contents, columns: number): string[] {
  const broken = problems.filter(({ breaks }) => breaks);
  return broken.length === 0
    ? []
    : [
        ' Cannot be shown:',
        ...broken.flatMap((problem) => wrap(clean(describeProblem(problem, process.cwd())), columns, '   ')),
      ];
}
