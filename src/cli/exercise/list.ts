import type { Course, Lesson } from '../../course/index.js';
import type { ExerciseState, State } from '../../progress/index.js';
import { type Capabilities, clean, glyphs, pad, paint, present, toJson, width, wrap, write } from '../../terminal/index.js';
import { joined } from '../tutor/lines.js';
import { courseState } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';
import { nameOf } from './assignment.js';

/** `exercise`. */
export async function list(session: Session): Promise<void> {
  const { io, course, state } = session;
  await write(io.stdout, `${listLines(course, state, session).join('\n')}\n`);
}

/** `exercise --json`: one object. */
export async function listJson({ io, course, state }: Session): Promise<void> {
  const { exercises } = courseState(course, state);
  const all = withExercise(course).map(({ id, title, exercise }) => {
    const { solved = [], passed, of } = exercises.get(id) ?? {};
    const last = passed === undefined || of === undefined ? null : { passed, of };
    return { lesson: id, title, runtimes: Object.keys(exercise?.programs ?? {}), solved: [...solved], last };
  });
  await write(io.stdout, `${toJson({ course: { id: course.id, title: course.title }, exercises: all })}\n`);
}

/** The exercises in the order of their lessons, each with a mark if it is solved. */
export function listLines(
  course: Course,
  state: State,
  { capabilities, prefix, suffix = '' }: Pick<Session, 'capabilities' | 'prefix' | 'suffix'>,
): string[] {
  const columns = capabilities.columns - 1;
  const lessons = withExercise(course);
  const { exercises } = courseState(course, state);
  const next = lessons.find(({ id }) => !isSolved(exercises.get(id))) ?? lessons[0];
  const hint = next ? `Begin one with \`${prefix}mp-tutor exercise ${next.id}${suffix}\`; the same command checks it later.` : 'This course has no exercises.';
  return present(joined([
    wrap(paint(capabilities.colour).strong('Change a program until its processes do what is asked for.'), columns, ' '),
    lessons.flatMap((lesson) => entry(lesson, course, exercises.get(lesson.id), capabilities)),
    wrap(hint, columns, ' '),
  ]), capabilities);
}

function entry(lesson: Lesson, course: Course, state: ExerciseState | undefined, { columns, colour }: Capabilities): string[] {
  const { strong } = paint(colour);
  const lessons = withExercise(course);
  const digits = `${course.lessons.length}`.length;
  const longest = Math.max(0, ...lessons.map(({ id }) => width(id)));
  const number = `${course.lessons.indexOf(lesson) + 1}`.padStart(digits);
  const mark = ` ${isSolved(state) ? glyphs.passed : glyphs.bullet}  ${number}  `;
  const head = `${mark}${pad(lesson.id, longest)}  ${exerciseInWords(state)}`.trimEnd();
  return [strong(head), ...wrap(clean(lesson.title), columns - 1, ' '.repeat(width(mark)))];
}

/** How far the learner is with an exercise; empty before they began. */
export function exerciseInWords(state: ExerciseState | undefined): string {
  if (state === undefined) {
    return '';
  }
  return isSolved(state)
    ? `solved in ${[...state.solved].map(nameOf).join(' and ')}`
    : `${state.passed} of ${state.of} checks passed`;
}

/** Whether it has been solved in one of its languages. */
export function isSolved(state: ExerciseState | undefined): boolean {
  return (state?.solved.size ?? 0) > 0;
}

function withExercise({ lessons }: Course): Lesson[] {
  return lessons.filter(({ exercise }) => exercise !== undefined);
}
