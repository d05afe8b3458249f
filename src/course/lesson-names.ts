const NO_LESSONS = /^(?:\.|readme\.md$|misconceptions\.md$)/i;

/** Whether a file of this name in the folder of a course is a lesson. */
export function isLessonName(name: string): boolean {
  return name.endsWith('.md') && !NO_LESSONS.test(name);
}
