/** A course cannot be read at all. The message says why, in words. */
export class CourseError extends Error {
  override readonly name = 'CourseError';
}
