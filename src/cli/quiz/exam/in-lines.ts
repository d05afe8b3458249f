import type { ExplainQuestion } from '../../../course/index.js';
import { gradeAt, GRADES } from '../../question/answered.js';
import { drawComparison } from '../../question/draw-answer.js';
import { drawChoices, drawingFor, drawQuestion } from '../../question/draw.js';
import { numbered } from '../ask-in-lines.js';
import { type Dialogue, type Prompt, read, say, tell, type Understood } from '../dialogue.js';
import type { LinesIn } from '../lines-in.js';
import { acceptedReply, complaintOf, parseReply } from '../reply.js';
import type { Task } from './paper.js';
import type { Given, Sat, Sitting } from './sitting.js';

const HELP = 'Type the number of your choice and press Enter. n gives no answer, and q ends the exam. There is no other help, and no way back.';
const NO_HELP = 'There is no help in an exam.';

/** Puts the tasks one after the other in plain lines; written answers are graded when all is over. */
export async function sitInLines(tasks: readonly Task[], lines: LinesIn, sat: Sat): Promise<Sitting> {
  const { session, interrupts } = sat;
  const dialogue: Dialogue = { session, drawing: await drawingFor(session), lines, interrupts };
  await tell(['', ...sat.introduction], dialogue);
  sat.begin();
  const given: Given[] = [];
  let end: Sitting['end'] = 'all were asked';
  for (const [index, task] of tasks.entries()) {
    await say(['', `Question ${index + 1} of ${tasks.length} (${task.question.topic})`, '', ...drawQuestion(task.question, dialogue.drawing), ''], dialogue);
    const typed = await put(task, dialogue);
    if ('end' in typed) {
      end = typed.end;
      break;
    }
    given.push(typed.value);
    if (typed.value.kind === 'chosen') {
      await sat.note(task, typed.value);
    }
  }
  sat.finish();
  end = interrupts.signal.aborted ? 'interrupted' : end;
  return { given: await gradeAll(tasks, given, dialogue, sat), end };
}

async function put({ question, choices }: Task, dialogue: Dialogue): ReturnType<typeof read<Given>> {
  if (question.kind === 'explain') {
    return read<Given>({
      accepts: () => 'Type your answer in one line (an empty line is no answer), or q ends the exam.',
      help: HELP,
      understand(line) {
        const text = line.trim();
        return { value: text === '' ? { kind: 'nothing' } : { kind: 'wrote', lines: [text], right: undefined } };
      },
    }, dialogue);
  }
  const isMany = question.kind === 'several';
  await say([...numbered(drawChoices(choices, dialogue.drawing), dialogue), ''], dialogue);
  return read<Given>({
    accepts: () => acceptedReply(choices.length, isMany).replace('q leave', 'n no answer, q end the exam'),
    help: HELP,
    understand(line, command): Understood<Given> {
      const reply = parseReply(line, choices.length, isMany);
      if (reply) {
        return { value: { kind: 'chosen', chosen: reply.chosen } };
      }
      if (line.trim().toLowerCase() === 'n') {
        return { value: { kind: 'nothing' } };
      }
      return { says: command === undefined ? complaintOf(line, choices.length, isMany) : NO_HELP };
    },
  }, dialogue);
}

async function gradeAll(tasks: readonly Task[], all: readonly Given[], dialogue: Dialogue, sat: Sat): Promise<Given[]> {
  const graded: Given[] = [];
  let isOver = false;
  for (const [index, given] of all.entries()) {
    const task = tasks[index];
    if (given.kind !== 'wrote' || task?.question.kind !== 'explain') {
      graded.push(given);
      continue;
    }
    const right: number | undefined = isOver ? undefined : await gradeOne(task.question, given.lines, dialogue);
    isOver ||= right === undefined;
    graded.push({ ...given, right });
    await sat.note(task, { ...given, right });
  }
  return graded;
}

/** @returns undefined when there was no grade */
async function gradeOne(question: ExplainQuestion, wrote: readonly string[], dialogue: Dialogue): Promise<number | undefined> {
  const { drawing } = dialogue;
  const offered = numbered(GRADES.map(({ says }) => says), dialogue);
  await say(['', ...drawQuestion(question, drawing), '', ...drawComparison(question, wrote, drawing), '', 'How was yours?', ...offered, ''], dialogue);
  const typed = await read(gradePrompt, dialogue);
  return 'end' in typed ? undefined : typed.value;
}

const gradePrompt: Prompt<number> = {
  accepts: () => acceptedReply(GRADES.length, false).replace(', or ? help, q leave', ''),
  help: HELP,
  understand(line) {
    const reply = parseReply(line, GRADES.length, false);
    return reply ? { value: gradeAt(reply.chosen[0]) } : { says: complaintOf(line, GRADES.length, false) };
  },
};
