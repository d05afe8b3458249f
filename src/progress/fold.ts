import type { Entry } from './entry.js';
import { inOrder } from './order.js';
import type { Answer, CourseState, ExerciseState, LessonState, QuestionState, State } from './state.js';

/** What a journal says. `entries` are in the order of its lines, which is that in which they were written. */
export function fold(entries: readonly Entry[]): State {
  const draft: Draft = { aim: undefined, lang: undefined, trusted: new Set(), courses: new Map(), damageTold: 0 };
  for (const entry of inOrder(entries)) {
    add(draft, entry);
  }
  return draft;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** The state while it is folded: changed in place, since a copy per entry would make long journals slow. */
interface Draft extends Mutable<State> {
  readonly trusted: Set<string>;
  readonly courses: Map<string, CourseDraft>;
}

interface CourseDraft extends Mutable<CourseState> {
  readonly lessons: Map<string, LessonState>;
  readonly questions: Map<string, QuestionDraft>;
  readonly exercises: Map<string, ExerciseState>;
  readonly refuted: Map<string, string>;
}

interface QuestionDraft extends Mutable<QuestionState> {
  readonly answers: Mutable<Answer>[];
}

function add(draft: Draft, entry: Entry): void {
  switch (entry.kind) {
    case 'settings':
      draft.aim = entry.aim ?? draft.aim;
      draft.lang = entry.lang ?? draft.lang;
      break;
    case 'trust':
      draft.trusted.add(entry.sha256);
      break;
    case 'damage-told':
      draft.damageTold = Math.max(draft.damageTold, entry.lines);
      break;
    case 'reset':
      // What stands before it has been left out.
      break;
    default:
      addToCourse(courseOf(draft, entry.course), entry);
  }
}

type CourseEntry = Extract<Entry, { readonly lesson: string } | { readonly question: string } | { readonly claim: string }>;

function addToCourse(course: CourseDraft, entry: CourseEntry): void {
  switch (entry.kind) {
    case 'page':
      visit(course, entry, { page: entry.page, of: entry.of });
      break;
    case 'expectation':
      visit(course, entry, { expects: entry.expects });
      break;
    case 'prediction':
      visit(course, entry, { predicted: entry.right });
      break;
    case 'finished': {
      // Of two tutors at once, the one that was slower to write may have been the first to finish.
      const before = course.lessons.get(entry.lesson)?.finishedAt ?? entry.at;
      visit(course, entry, { finishedAt: Math.min(before, entry.at) });
      break;
    }
    case 'exercise': {
      const { lesson, runtime, passed, of, at } = entry;
      const before = course.exercises.get(lesson)?.solved ?? [];
      const solved = new Set([...before, ...(passed === of && of > 0 ? [runtime] : [])]);
      course.exercises.set(lesson, { solved, passed, of, at });
      break;
    }
    case 'answer': {
      const question = course.questions.get(entry.question) ?? { topic: entry.topic, answers: [] };
      question.topic = entry.topic;
      question.answers.push({ at: entry.at, right: entry.right, guessed: false });
      course.questions.set(entry.question, question);
      break;
    }
    case 'guess': {
      const last = course.questions.get(entry.question)?.answers.at(-1);
      if (last) {
        last.guessed = true;
      }
      break;
    }
    case 'refuted':
      course.refuted.set(entry.claim, entry.digest);
      for (const question of entry.questions) {
        course.questions.delete(question);
      }
      break;
    case 'upheld':
      if (course.refuted.get(entry.claim) === entry.digest) {
        course.refuted.delete(entry.claim);
      }
  }
}

type Visit = Pick<Extract<CourseEntry, { readonly lesson: string }>, 'lesson' | 'at'>;

function visit(course: CourseDraft, { lesson, at }: Visit, change: Partial<LessonState>): void {
  const before = course.lessons.get(lesson)
    ?? { page: 0, of: 0, finishedAt: undefined, expects: undefined, predicted: undefined };
  course.lessons.set(lesson, { ...before, ...change, at });
}

function courseOf({ courses }: Draft, id: string): CourseDraft {
  const course = courses.get(id) ?? { lessons: new Map(), questions: new Map(), exercises: new Map(), refuted: new Map() };
  courses.set(id, course);
  return course;
}
