import { brief } from './controls.js';
import type { CourseFile } from './course-file.js';
import type { FrontMatter } from './front-matter.js';
import { didYouMean } from './ids.js';
import type { Located } from './mapping.js';
import type { Parsed } from './parse.js';
import { describePlace, type Place, type Problem } from './problem.js';
import { MEND_SAME_INDEX, sameIndex } from './right-index.js';

/** A lesson's file with what it says. */
export interface LessonFile extends Parsed {
  /** Absolute path. */
  readonly file: string;
}

/** What is wrong between the lessons of a course, though each alone may be well. */
export function checkAcross(lessons: readonly LessonFile[], course: CourseFile, folder: string): Problem[] {
  return [
    ...checkLessonIds(lessons, folder),
    ...checkQuestionIds(lessons, folder),
    ...checkTopics(lessons, course),
    ...checkAfter(lessons),
    ...checkCycles(lessons),
    ...checkPaths(lessons, course),
    ...checkIndices(lessons),
  ];
}

/** Where each lesson has too few questions to show it. */
function checkIndices(lessons: readonly LessonFile[]): Problem[] {
  const quizzes = lessons.map(({ lesson }) => lesson?.questions ?? []);
  const [first] = quizzes.flat();
  const same = sameIndex(quizzes.flat());
  const isTold = quizzes.some((questions) => sameIndex(questions) !== undefined);
  return first && same !== undefined && !isTold ? [{ place: first.place, wrong: same, mend: MEND_SAME_INDEX, breaks: false }] : [];
}

function flaw(file: string, { spot }: Located<unknown>, wrong: string, mend: string): Problem {
  return { place: { file, ...spot }, wrong, mend, breaks: false };
}

function checkLessonIds(lessons: readonly LessonFile[], folder: string): Problem[] {
  const taken = new Map<string, Place>();
  return lessons.flatMap(({ file, front }) => {
    const place = front && { file, ...front.id.spot };
    const other = front && taken.get(front.id.value);
    if (place && other) {
      const wrong = `the id "${front.id.value}" is taken at ${describePlace(other, folder)}`;
      return [{ place, wrong, mend: 'give this lesson another', breaks: true }];
    }
    if (place) {
      taken.set(front.id.value, place);
    }
    return [];
  });
}

function checkQuestionIds(lessons: readonly LessonFile[], folder: string): Problem[] {
  const taken = new Map<string, Place>();
  return lessons.flatMap(({ questions }) => questions).flatMap(({ id, place }) => {
    const other = taken.get(id);
    if (other) {
      const wrong = `the id "${id}" is taken by the question at ${describePlace(other, folder)}`;
      return [{ place, wrong, mend: 'give this one another', breaks: true }];
    }
    taken.set(id, place);
    return [];
  });
}

function checkTopics(lessons: readonly LessonFile[], { topics }: CourseFile): Problem[] {
  return lessons.flatMap(({ file, front }) => {
    if (front === undefined || topics === undefined || topics.includes(front.topic.value)) {
      return [];
    }
    const mend = didYouMean(front.topic.value, topics, 'add it there, or take one of those');
    return [flaw(file, front.topic, `course.yaml does not list the topic "${front.topic.value}"`, mend)];
  });
}

function checkAfter(lessons: readonly LessonFile[]): Problem[] {
  const ids = idsOf(lessons);
  return lessons.flatMap(({ file, front }) => (front?.after ?? [])
    .filter(({ value }) => !ids.includes(value))
    .map((id) => unknownLesson(file, id, ids)));
}

function checkPaths(lessons: readonly LessonFile[], { file, paths }: CourseFile): Problem[] {
  const ids = idsOf(lessons);
  return paths.flatMap((path) => path.lessons)
    .filter(({ value }) => !ids.includes(value))
    .map((id) => unknownLesson(file, id, ids));
}

/** Those of broken lessons too: what leads to them is well. */
function idsOf(lessons: readonly LessonFile[]): string[] {
  return lessons.flatMap(({ front }) => front?.id.value ?? []);
}

function unknownLesson(file: string, id: Located<string>, ids: readonly string[]): Problem {
  const mend = didYouMean(id.value, ids, 'take the id of a lesson of this course');
  return flaw(file, id, `there is no lesson "${brief(id.value)}"`, mend);
}

/** A lesson that comes, over others, after itself. */
function checkCycles(lessons: readonly LessonFile[]): Problem[] {
  const fronts = new Map(lessons.flatMap(({ front }) => (front ? [[front.id.value, front]] : [])));
  const told = new Set<string>();
  return lessons.flatMap(({ file, front }) => {
    const circle = front && circleFrom(front, fronts);
    if (!circle || circle.some((id) => told.has(id))) {
      return [];
    }
    circle.forEach((id) => told.add(id));
    const step = front.after.find(({ value }) => value === (circle[1] ?? front.id.value));
    const mend = 'take one of these away from its `after`';
    const way = [...circle, front.id.value].join(' after ');
    return step ? [flaw(file, step, `lessons wait for each other: ${way}`, mend)] : [];
  });
}

/** The ids on the shortest way from a lesson over `after` back to it. */
function circleFrom(start: FrontMatter, fronts: ReadonlyMap<string, FrontMatter>): string[] | undefined {
  const ways: string[][] = [[start.id.value]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const { value } of fronts.get(way.at(-1) ?? '')?.after ?? []) {
      if (value === start.id.value) {
        return way;
      }
      if (!seen.has(value)) {
        seen.add(value);
        ways.push([...way, value]);
      }
    }
  }
  return undefined;
}
