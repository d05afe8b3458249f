import type { State } from '../../progress/index.js';
import type { Statistics } from '../../quiz/index.js';
import { type Capabilities, clean, fit, paint, present, wrap } from '../../terminal/index.js';
import { next, type Suggestion, tableSection } from '../../views/index.js';
import { bar, counted } from '../figures.js';
import { joined } from '../tutor/lines.js';
import { dayOf, whenDue } from '../tutor/today.js';
import { lessonToContinue } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';

const BAR = 10;
const MOST_NAMED = 3;

/** What is known of the learner, as it is written in JSON. */
export interface Progress extends Statistics {
  /** Questions that were missed or guessed last; `asks` is how their text begins. */
  readonly comesBack: readonly { readonly id: string; readonly topic: string; readonly asks: string }[];
  /** Ids of questions that are not asked: a run on this machine refutes what their keys rest on. */
  readonly withdrawn: readonly string[];
  readonly journal: { readonly file: string; readonly damagedLines: readonly number[] };
}

/** The part of a session that matters here. */
type Teaching = Pick<Session, 'course' | 'prefix' | 'suffix'>;

/** How far the learner is, and what to do next. */
export function drawProgress(
  progress: Progress,
  session: Teaching,
  state: State,
  capabilities: Capabilities,
): string[] {
  const { course, lessons, questions, comesBack } = progress;
  const { strong } = paint(capabilities.colour);
  const text = (sentence: string, prefix = ' '): string[] =>
    present(wrap(sentence, capabilities.columns - 1, prefix), capabilities);
  const isNew = questions.answered === 0 && progress.exercises.solved === 0 && lessons.every(({ status }) => status === 'new');
  return joined([
    [
      ...text(strong(`Progress in ${clean(course.title)}`)),
      ...(isNew
        ? ['', ...text('Nothing has been read or answered yet. A lesson takes 5 to 10 minutes.')]
        : lessonSentences(progress).flatMap((sentence) => text(sentence, '   '))),
    ],
    questions.answered === 0 ? [] : topics(progress, capabilities),
    reviewSentence(progress).flatMap((sentence) => text(sentence)),
    comesBack.length === 0 ? [] : [
      ...text(whatComesBack(progress)),
      ...present(beginnings(progress, capabilities), capabilities),
    ],
    withdrawnSentences(progress).flatMap((sentence) => text(sentence)),
    next(suggestions(progress, session, state), capabilities),
    whereKept(progress).flatMap((sentence) => text(sentence)),
  ]);
}

function lessonSentences({ lessons, predictions, exercises }: Progress): string[] {
  const read = lessons.filter(({ status }) => status === 'finished').length;
  const begun = lessons.filter(({ status }) => status === 'started');
  return [
    `${bar(read, lessons.length, BAR)}  ${read} of ${lessons.length} lessons read`,
    ...begun.map(({ page, of, title }) => `At page ${page ?? 1} of ${of ?? 1}: ${clean(title)}`),
    ...(predictions.of === 0 ? [] : [`${predictions.right} of ${predictions.of} predictions came true.`]),
    ...(exercises.solved === 0 ? [] : [`${exercises.solved} of ${exercises.of} exercises solved.`]),
  ];
}

const KNOWN_TODAY = 'Known today: about how many questions of the topic you would answer well now, reckoned from how well and '
  + 'how long ago you answered each; what you missed or guessed last does not count.';

/** Topics of which nothing was asked share a line: the table has to fit a terminal. */
function topics({ topics: all }: Progress, capabilities: Capabilities): string[] {
  const rows = all.filter(({ answered }) => answered > 0).map(({ topic, questions, answered, right, known, weak }) => [
    topic,
    `${bar(known, questions, BAR)} ${Math.round(known)} of ${questions}`,
    `${right} of ${answered} right${weak ? ': weak' : ''}`,
  ]);
  const rest = all.filter(({ answered }) => answered === 0).map(({ topic }) => topic);
  const below = [...(rest.length === 0 ? [] : [`Not asked yet: ${rest.join(', ')}.`]), KNOWN_TODAY];
  return [
    ...tableSection('Questions', [['topic', 'known today', 'last answers'], ...rows], capabilities),
    ...below.flatMap((sentence) => present(wrap(sentence, capabilities.columns - 1, '   '), capabilities)),
  ];
}

/** What spaced repetition asks for. */
function reviewSentence({ questions: { due, nextDue } }: Progress): string[] {
  if (due > 0) {
    return [`${counted(due, 'question')} ${due === 1 ? 'is' : 'are'} due for review today.`];
  }
  return nextDue === null ? [] : [`Nothing is due for review today; the next question comes back ${whenDue(Date.parse(nextDue), dayOf(new Date()))}.`];
}

function beginnings({ comesBack }: Progress, { columns }: Capabilities): string[] {
  return comesBack.slice(0, MOST_NAMED).map(({ asks }) => fit(`   ${clean(asks)}`, columns - 1));
}

function whatComesBack({ comesBack }: Progress): string {
  const verb = comesBack.length === 1 ? 'comes' : 'come';
  const these = comesBack.length > MOST_NAMED ? ', among them' : '';
  return `${counted(comesBack.length, 'question')} that you missed or guessed ${verb} back${these}:`;
}

function withdrawnSentences({ withdrawn }: Progress): string[] {
  const ids = withdrawn.map(clean).join(', ');
  switch (withdrawn.length) {
    case 0:
      return [];
    case 1:
      return [`One question is not asked, nor its answers counted: a run on this machine refutes its key (${ids}).`];
    default:
      return [`${withdrawn.length} questions are not asked, nor their answers counted: runs on this machine refute their keys (${ids}).`];
  }
}

function suggestions({ topics, comesBack, questions }: Progress, session: Teaching, state: State): Suggestion[] {
  const { course, prefix, suffix = '' } = session;
  const suggest = (what: string, why: string): Suggestion => ({ command: `${prefix}mp-tutor ${what}${suffix}`, why });
  const lesson = lessonToContinue(course, state);
  const weak = topics.filter((topic) => topic.weak).map(({ topic }) => topic);
  const again = course.lessons.find(({ topic }) => weak.includes(topic));
  const asksAnything = questions.of > 0 && weak.length === 0 && questions.due === 0;
  return [
    ...(lesson ? [suggest('learn', `go on: ${clean(lesson.title)}`)] : []),
    ...(again && again !== lesson ? [suggest(`learn ${again.id}`, `weak: ${again.topic}`)] : []),
    ...weak.slice(0, 1).map((topic) => suggest(`quiz ${topic}`, `practise ${topic}`)),
    ...(questions.due > 0 ? [suggest('quiz --review', `${counted(questions.due, 'question')} due today`)] : []),
    ...(asksAnything
      ? [suggest('quiz', comesBack.length > 0 ? 'what you missed or guessed comes first' : 'ten questions')]
      : []),
  ];
}

function whereKept({ journal: { file, damagedLines } }: Progress): string[] {
  const damaged = `Damaged lines in it: ${damagedLines.join(', ')}. They are set aside; nothing was overwritten.`;
  return [`Kept in ${clean(file)}`, ...(damagedLines.length === 0 ? [] : [damaged])];
}
