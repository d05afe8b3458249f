import type { Course, Lesson } from './lesson.js';
import { minutesOf } from './minutes.js';

/** A course without what its lessons say: as much as a list of them needs. */
export interface Contents extends Pick<Course, 'id' | 'title' | 'folder' | 'paths' | 'problems'> {
  readonly lessons: readonly LessonHead[];
}

export interface LessonHead extends Pick<Lesson, 'id' | 'file' | 'title' | 'topic' | 'after'> {
  /** As `minutesOf` gives them. */
  readonly minutes: number;
  readonly hasExercise: boolean;
}

export function contentsOf({ id, title, folder, paths, problems, lessons }: Course): Contents {
  return { id, title, folder, paths, problems, lessons: lessons.map(headOf) };
}

function headOf(lesson: Lesson): LessonHead {
  const { id, file, title, topic, after, exercise } = lesson;
  return { id, file, title, topic, after, minutes: minutesOf(lesson), hasExercise: exercise !== undefined };
}
