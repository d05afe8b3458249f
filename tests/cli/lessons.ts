import { type Course, type Lesson } from '../../src/course/index.js';
import { parseLesson } from '../../src/course/read.js';
import type { CourseState, LessonState, State } from '../../src/progress/index.js';
import { known } from '../../src/cli/known.js';

const OPENING = 'A pool is a fixed set of worker processes.';

const PREDICTION = `
How many PIDs? (\`workerPids\`)

- [ ] \`9\`: one for each task
  > That is a process in a loop.
- [x] \`1..3\`: at most the workers
  > A quick worker takes several.
- [ ] \`20..\`: very many
  > Nobody starts so many.`;

const CHOICES = `
- [ ] Yes
  > No pool does.
- [x] No
  > Workers are reused.`;

/** What a lesson for a test has, and in which words. */
export interface Parts {
  readonly id?: string;
  readonly title?: string;
  readonly after?: readonly string[];
  readonly opening?: string;
  readonly predict?: string | undefined;
  readonly run?: string | undefined;
  readonly mend?: string;
  readonly more?: string;
  readonly yourTurn?: string;
  readonly questions?: number;
}

/** The text of a lesson. `predict: ''` leaves that section out, as `run: ''` does. */
export function lessonText({ id = 'pool', title = 'How many?', after = [], opening = OPENING, ...parts }: Parts = {}): string {
  const { predict = PREDICTION, run = 'mp-tutor demo pool', mend = '', more = '', yourTurn = 'Change it.', questions = 2 } = parts;
  const section = (name: string, body: string): string => (body === '' ? '' : `## ${name}\n\n${body}\n\n`);
  const asked = Array.from({ length: questions }, (_, index) => `### ${id}-${index + 1}\n\nQuestion ${index + 1}?\n${CHOICES}\n`);
  return (
    `---\nid: ${id}\nafter: [${after.join(', ')}]\n---\n\n# ${title}\n\n${opening}\n\n` +
    section('Predict', run === '' ? '' : predict) +
    section('Run', run === '' ? '' : run.includes('```') ? run : `\`\`\`sh run\n${run}\n\`\`\``) +
    section('Mend', mend) +
    section('Answer', 'Few do the work of many.\n\n> [!TIP]\n> A pool is a fixed set of processes.') +
    more +
    section('Your turn', yourTurn) +
    section('Quiz', asked.join('\n'))
  );
}

/** A lesson as it is read from such a text. */
export function lessonOf(parts: Parts = {}): Lesson {
  const { lesson, problems } = parseLesson(lessonText(parts), '/course/lesson.md', known);
  if (!lesson) {
    throw new Error(JSON.stringify(problems));
  }
  return lesson;
}

/** A course of lessons with these ids. */
export function courseOf(ids: readonly string[], paths: Course['paths'] = []): Course {
  const lessons = ids.map((id) => lessonOf({ id, title: `What is ${id}?` }));
  return {
    id: 'test', title: 'A course', folder: '/course', lessons, paths, topics: ids, misconceptions: new Map(), problems: [],
  };
}

/** What the journal says when lessons of the course are as told. */
export function stateOf(lessons: Readonly<Record<string, Partial<LessonState>>>, rest: Partial<State> = {}): State {
  const read = { page: 0, of: 8, finishedAt: undefined, expects: undefined, predicted: undefined, at: 0 };
  const course: CourseState = {
    lessons: new Map(Object.entries(lessons).map(([id, state]) => [id, { ...read, ...state }])),
    questions: new Map(),
    exercises: new Map(),
    refuted: new Map(),
  };
  return { aim: undefined, lang: undefined, trusted: new Set(), damageTold: 0, ...rest, courses: new Map([['test', course]]) };
}
