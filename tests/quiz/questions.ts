import type { Choice, ChoiceQuestion, Course, Lesson, Question } from '../../src/course/lesson.js';
import type { Answer, QuestionState } from '../../src/progress/state.js';

const place = { file: '/course/lesson.md', line: 1, column: 1 };

export function choice(right: boolean, misconception?: string): Choice {
  return { text: [], right, why: [], misconception, place };
}

export function question(id: string, more: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    id, lesson: 'lesson', topic: 'topic', text: [], claims: [], definition: false, place,
    kind: 'one', choices: [choice(true), choice(false)], ordered: false, ...more,
  };
}

export function lesson(id: string, topic: string, questions: readonly string[]): Lesson {
  return {
    id, topic, title: `What is ${id}?`, file: `/course/${id}.md`, after: [],
    opening: [], prediction: undefined, run: undefined, mend: undefined, answer: [], answerClaims: [], claims: [], inAnExam: [], more: [], yourTurn: [], exercise: undefined,
    questions: questions.map((each) => question(each, { lesson: id, topic })),
  };
}

export function course(topics: readonly string[], lessons: readonly Lesson[]): Course {
  return {
    id: 'course', title: 'A course', folder: '/course', lessons, topics,
    paths: [], misconceptions: new Map(), problems: [],
  };
}

/** From the answers to each question; `right` and `guessed` as given, `at` by the place in the list where none is. */
export function history(answers: Readonly<Record<string, readonly Partial<Answer>[]>>): Map<string, QuestionState> {
  return new Map(Object.entries(answers).map(([id, list]) => (
    [id, { topic: 'topic', answers: list.map((each, index) => ({ at: index + 1, right: 1, guessed: false, ...each })) }]
  )));
}

export const ids = (questions: readonly Question[]): string[] => questions.map(({ id }) => id);
