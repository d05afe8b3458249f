import type { Course } from '../../course/index.js';
import { dueQuestions, type History, type Result, type Score, score } from '../../quiz/index.js';
import { type Capabilities, clean, glyphs, paint, present, wrap } from '../../terminal/index.js';
import { next, type Suggestion, tableSection } from '../../views/index.js';
import { bar, counted } from '../figures.js';
import { joined } from '../tutor/lines.js';

const BAR = 10;
const MOST_TO_READ = 3;

/** What is known when a quiz is over, or was left. */
export interface Finish {
  readonly course: Course;
  readonly results: readonly Result[];
  /** How many questions there were. */
  readonly of: number;
  /** After the quiz. */
  readonly history: History;
  /** Questions, by their ids, whose keys a run on this machine refutes. */
  readonly withdrawn: ReadonlySet<string>;
  /** When which questions come back, where that is not what the next quiz begins with. */
  readonly comesNext?: string | undefined;
  /** The command that asks the same questions again; undefined if there is none. */
  readonly again: string | undefined;
  /** What a command begins and ends with. */
  readonly prefix: string;
  readonly suffix: string;
}

/** What is said at the end of a quiz. */
export function summary(finish: Finish, capabilities: Capabilities): string[] {
  const { course, of, withdrawn } = finish;
  if (finish.results.length === 0) {
    return text('No question was answered, so there is no score.', capabilities);
  }
  const results = finish.results.filter(({ question }) => !withdrawn.has(question.id));
  const left = finish.results.length - results.length;
  const total = score(results);
  return joined([
    text(paint(capabilities.colour).strong(scoreLine(total, of - left, left)), capabilities),
    left === 0 ? [] : text(notCounted(left), capabilities),
    total.topics.length > 1 ? topics(total, capabilities) : [],
    beliefs(total, course, capabilities),
    text(finish.comesNext ?? comesBack(finish), capabilities),
    next(suggestions(total, finish), capabilities),
  ]);
}

/** A sum of grades such as 2.5. */
function figure(right: number): string {
  return `${Math.round(right * 100) / 100}`;
}

/** @param of - how many questions there were that count */
function scoreLine({ right, of: answered }: Score, of: number, withdrawn: number): string {
  const left = answered < of ? ` You left before the end: there were ${of + withdrawn} questions.` : '';
  return answered === 0 ? `No answer counts.${left}` : `${figure(right)} of ${answered} right.${left}`;
}

function notCounted(count: number): string {
  return count === 1
    ? 'One answer is not counted, right or wrong: a run on this machine refutes its key.'
    : `${count} answers are not counted, right or wrong: runs on this machine refute their keys.`;
}

function topics({ topics: all }: Score, capabilities: Capabilities): string[] {
  const rows = all.map(({ topic, right, of }) => [topic, `${figure(right)} of ${of}`, bar(right, of, BAR)]);
  return tableSection('By topic', [['topic', 'right', ''], ...rows], capabilities);
}

function beliefs({ misconceptions }: Score, course: Course, capabilities: Capabilities): string[] {
  const sentences = misconceptions.flatMap((anchor) => course.misconceptions.get(anchor) ?? []);
  return sentences.length === 0 ? [] : [
    ...text(paint(capabilities.colour).strong('You met what is often believed, but wrong'), capabilities),
    ...sentences.flatMap((sentence) => text(clean(sentence), capabilities, ` ${glyphs.bullet} `)),
  ];
}

function comesBack({ course, history }: Finish): string {
  const all = course.lessons.flatMap(({ questions }) => questions);
  const due = dueQuestions(all, history).length;
  if (due > 0) {
    return `Next time ${counted(due, 'question')} that you missed or guessed come${due === 1 ? 's' : ''} first.`;
  }
  return all.every(({ id }) => history.has(id))
    ? 'You have answered all questions of the course, and none waits to come back.'
    : 'None waits to come back: next time there are new questions.';
}

function suggestions({ readAgain }: Score, { course, prefix, suffix, again }: Finish): Suggestion[] {
  const lessons = readAgain.slice(0, MOST_TO_READ).map((id) => {
    const title = course.lessons.find((lesson) => lesson.id === id)?.title ?? id;
    return { command: `${prefix}mp-tutor learn ${id}${suffix}`, why: `read again: ${clean(title)}` };
  });
  return again === undefined ? lessons : [...lessons, { command: again, why: 'the same questions again' }];
}

function text(sentence: string, capabilities: Capabilities, prefix = ' '): string[] {
  return present(wrap(sentence, capabilities.columns - 1, prefix), capabilities);
}
