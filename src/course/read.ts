export { readCourse } from './course.js';
export { parseLesson, type ReadLesson, readLesson } from './lesson-file.js';
