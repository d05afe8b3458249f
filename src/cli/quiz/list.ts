import type { Course } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import { mastery } from '../../quiz/index.js';
import { type Capabilities, present, wrap } from '../../terminal/index.js';
import { tableSection } from '../../views/index.js';

/** The topics of a course, with how many questions there are and how many were answered well. */
export function listTopics(course: Course, state: CourseState, command: string, capabilities: Capabilities): string[] {
  const topics = mastery(course, state, Date.now());
  const rows = topics.map(({ topic, questions, answered, right }) => [topic, questions, answered, right].map(String));
  const hint = `One of them, or a lesson: ${command} ${topics[0]?.topic ?? 'TOPIC'}`;
  return [
    ...tableSection('Topics', [['topic', 'questions', 'answered', 'right'], ...rows], capabilities),
    '',
    ...present(wrap(hint, capabilities.columns - 1, ' '), capabilities),
  ];
}
