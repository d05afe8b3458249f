import type { Course } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import { mastery } from '../../quiz/index.js';
import { type Capabilities, present, wrap } from '../../terminal/index.js';
import { tableSection } from '../../views/index.js';

/** The topics of a course, with how many questions there are and how many were answered well. */
export function listTopics(course: Course, state: CourseState, quizCommand: string, capabilities: Capabilities): string[] {
  const rows = mastery(course, state).map(({ topic, questions, answered, right }) => [topic, `${questions}`, `${answered}`, `${right}`]);
  return [
    ...tableSection('Topics', [['topic', 'questions', 'answered', 'right'], ...rows], capabilities),
    '',
    ...present(wrap(`One of them, or a lesson: ${quizCommand} ${rows[0]?.[0] ?? 'TOPIC'}`, capabilities.columns - 1, ' '), capabilities),
  ];
}
