import type { Course, Lesson, Path } from '../../course/index.js';
import { type Aim, type CourseState, emptyCourse, type State } from '../../progress/index.js';

/** The path that suits an aim, by its id; without one, the way leads through all lessons. */
const PATHS: { readonly [aim in Aim]?: string } = { exam: 'exam', choose: 'node' };

type Named = Pick<Lesson, 'id'>;

/** A course, or its contents. */
interface Of<Each> extends Pick<Course, 'id' | 'paths'> {
  readonly lessons: readonly Each[];
}

export function pathFor({ paths }: Pick<Course, 'paths'>, aim: Aim | undefined): Path | undefined {
  return aim && paths.find(({ id }) => id === PATHS[aim]);
}

/** What the journal says of one course. */
export function courseState({ id }: Pick<Course, 'id'>, { courses }: State): CourseState {
  return courses.get(id) ?? emptyCourse;
}

/** The lesson to go on with: the one that was left last in the middle, or else the next of the path. */
export function lessonToContinue<Each extends Named>(course: Of<Each>, state: State): Each | undefined {
  const { lessons } = courseState(course, state);
  const begun = course.lessons.filter(({ id }) => lessons.has(id) && !isFinished(course, state, id));
  const latest = begun.toSorted((a, b) => (lessons.get(b.id)?.at ?? 0) - (lessons.get(a.id)?.at ?? 0))[0];
  return latest ?? nextUnread(course, state, [...onPath(course, state), ...course.lessons]);
}

/** The lesson that comes after one: the next unread of the path, then of the course, or simply the next. */
export function lessonAfter(course: Course, state: State, lesson: Lesson): Lesson | undefined {
  const path = onPath(course, state);
  const later = (all: readonly Lesson[]): Lesson[] => all.slice(all.indexOf(lesson) + 1);
  const others = [...later(path), ...path, ...later(course.lessons), ...course.lessons].filter((each) => each !== lesson);
  return nextUnread(course, state, others) ?? later(path.includes(lesson) ? path : course.lessons)[0];
}

/**
 * The lessons that come before one and have not been read, by their ids. On the learner's path only others of the path
 * do: it leaves the rest out on purpose.
 */
export function unreadBefore(course: Course, state: State, lesson: Lesson): string[] {
  const path = onPath(course, state);
  const counts = (id: string): boolean => !path.includes(lesson) || path.some((each) => each.id === id);
  return lesson.after.filter((id) => counts(id) && !isFinished(course, state, id));
}

function onPath<Each extends Named>(course: Of<Each>, { aim }: State): Each[] {
  const ids = pathFor(course, aim)?.lessons ?? [];
  return ids.flatMap((id) => course.lessons.find((lesson) => lesson.id === id) ?? []);
}

function nextUnread<Each extends Named>(course: Pick<Course, 'id'>, state: State, lessons: readonly Each[]): Each | undefined {
  return lessons.find(({ id }) => !isFinished(course, state, id));
}

function isFinished(course: Pick<Course, 'id'>, state: State, id: string): boolean {
  return courseState(course, state).lessons.get(id)?.finishedAt !== undefined;
}
