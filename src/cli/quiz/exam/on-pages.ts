import type { ExplainQuestion } from '../../../course/index.js';
import { clean, wrap } from '../../../terminal/index.js';
import type { Left, Pages } from '../../../terminal/pages/index.js';
import { gradeAt, GRADES } from '../../question/answered.js';
import { drawComparison } from '../../question/draw-answer.js';
import { drawChoices, type Drawing, drawingFor, drawQuestion, inColumns } from '../../question/draw.js';
import { writeAnswer } from '../../question/explain-on-page.js';
import { openTutorPages } from '../../tutor/pages.js';
import type { Task } from './paper.js';
import type { Given, Sat, Sitting } from './sitting.js';

interface Room extends Sat {
  readonly pages: Pages;
  readonly drawing: Drawing;
}

const NO_ANSWER = { key: 'n', does: 'no answer' } as const;

/** Puts the tasks one after the other; written answers are graded when all is over. @returns undefined when it was not begun */
export async function sitOnPages(tasks: readonly Task[], sat: Sat): Promise<Sitting | undefined> {
  const room: Room = { ...sat, pages: openTutorPages(sat.session, sat.interrupts), drawing: await drawingFor(sat.session) };
  try {
    const begun = await room.pages.show({
      left: 'Exam', right: '', keys: [], forward: 'begin', hasBack: false,
      body: (columns) => sat.introduction.flatMap((sentence) => [...wrap(sentence, columns), '']),
    });
    if (begun.how !== 'forward') {
      return undefined;
    }
    sat.begin();
    const sitting = await putAll(tasks, room);
    sat.finish();
    return await gradeAll(tasks, sitting, room);
  } finally {
    room.pages.close();
  }
}

async function putAll(tasks: readonly Task[], room: Room): Promise<Sitting> {
  const given: Given[] = [];
  for (const [index, task] of tasks.entries()) {
    const answer = await put(task, `${index + 1} of ${tasks.length}`, room);
    if ('end' in answer) {
      return { given, end: answer.end };
    }
    given.push(answer);
    if (answer.kind === 'chosen') {
      await room.note(task, answer);
    }
  }
  return { given, end: 'all were asked' };
}

type Ended = Pick<Sitting, 'end'>;

async function put(task: Task, right: string, room: Room): Promise<Given | Ended> {
  const { question, choices } = task;
  const { pages, drawing } = room;
  for (;;) {
    const left = await pages.show({
      left: `Exam · ${clean(question.topic)}`,
      right,
      body: (columns) => drawQuestion(question, inColumns(drawing, columns)),
      ...(choices.length === 0 ? {} : { choices: { items: drawChoices(choices, drawing), many: question.kind === 'several' } }),
      keys: [NO_ANSWER],
      forward: choices.length === 0 ? 'write an answer' : 'answer',
      hasBack: false,
    });
    if (left.how === 'chosen') {
      return { kind: 'chosen', chosen: left.indices };
    }
    if (left.how === 'key') {
      return { kind: 'nothing' };
    }
    if (left.how !== 'forward' || question.kind !== 'explain') {
      return ended(left, room);
    }
    const lines = await writeAnswer(question, room, drawing);
    if (room.interrupts.signal.aborted) {
      return { end: 'interrupted' };
    }
    if (lines !== undefined) {
      return lines.length === 0 ? { kind: 'nothing' } : { kind: 'wrote', lines, right: undefined };
    }
  }
}

function ended(left: Left, { interrupts }: Room): Ended {
  return { end: left.how === 'interrupt' || interrupts.signal.aborted ? 'interrupted' : 'left' };
}

async function gradeAll(tasks: readonly Task[], sitting: Sitting, room: Room): Promise<Sitting> {
  const given: Given[] = [];
  let { end } = sitting;
  let isOver = end === 'interrupted';
  for (const [index, answer] of sitting.given.entries()) {
    const task = tasks[index];
    if (task?.question.kind !== 'explain' || answer.kind !== 'wrote') {
      given.push(answer);
      continue;
    }
    const right = isOver ? undefined : await gradeOne(task.question, answer.lines, room);
    if (right === undefined) {
      isOver = true;
      end = room.interrupts.signal.aborted ? 'interrupted' : end;
    }
    const graded: Given = { ...answer, right };
    await room.note(task, graded);
    given.push(graded);
  }
  return { given, end };
}

/** @returns undefined when the learner left without a grade */
async function gradeOne(question: ExplainQuestion, wrote: readonly string[], { pages, drawing }: Room): Promise<number | undefined> {
  const left = await pages.show({
    left: 'Exam · grade what you wrote',
    right: '',
    body: (columns) => {
      const narrow = inColumns(drawing, columns);
      return [...drawQuestion(question, narrow), '', ...drawComparison(question, wrote, narrow), '', 'Grade it yourself:'];
    },
    choices: { items: GRADES.map(({ says }) => says), many: false },
    keys: [],
    forward: 'grade it',
    hasBack: false,
  });
  return left.how === 'chosen' ? gradeAt(left.indices[0]) : undefined;
}
