import type { ExplainQuestion } from '../../course/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import { renderInline } from '../../terminal/markdown/index.js';
import { type Answered, type AnsweredChoice, GRADES } from './answered.js';
import { type Beliefs, beliefSentence } from './belief.js';
import { type Drawing, drawBlocks, inColumns } from './draw.js';
import { type Remark, remarks, verdict } from './remark.js';

const INDENT = '  ';

/** What is said after an answer: whether it was right, why what was chosen tempts, why the right one is right. */
export function drawAnswer(answered: Answered, beliefs: Beliefs, drawing: Drawing): string[] {
  if ('chosen' in answered) {
    return drawChosen(answered, beliefs, drawing);
  }
  const { question, wrote, right } = answered;
  const grade = GRADES.find((each) => each.right === right)?.says ?? '';
  const says = wrote.length === 0 ? 'Left empty, so missed.' : `Your own grade: ${grade}.`;
  return [paint(drawing.style.colour).strong(says), '', ...drawComparison(question, wrote, drawing)];
}

/** What the learner wrote, and below it the model. */
export function drawComparison({ model }: ExplainQuestion, wrote: readonly string[], drawing: Drawing): string[] {
  const { style } = drawing;
  const { strong } = paint(style.colour);
  const own = wrote.flatMap((line) => wrap(clean(line), style.columns, INDENT));
  return [
    ...(own.length === 0 ? [] : [strong('You wrote'), ...own, '']),
    strong('A model answer'),
    ...drawBlocks(model, narrower(drawing)).map(indent),
  ];
}

function drawChosen(answered: AnsweredChoice, beliefs: Beliefs, drawing: Drawing): string[] {
  const { strong, bad } = paint(drawing.style.colour);
  const style = answered.right === 1 ? strong : bad;
  const says = wrap(verdict(answered), drawing.style.columns).map((line) => style(line));
  return [...says, ...remarks(answered).flatMap((remark) => ['', ...drawRemark(remark, beliefs, drawing)])];
}

function drawRemark({ says, choice }: Remark, beliefs: Beliefs, drawing: Drawing): string[] {
  const { style } = drawing;
  const belief = beliefSentence(choice, beliefs);
  const words = `${says}: ${paint(style.colour).strong(renderInline(choice.text, style))}`;
  return [
    ...wrap(words, style.columns),
    ...drawBlocks(choice.why, narrower(drawing)).map(indent),
    ...(belief === undefined ? [] : wrap(belief, style.columns, INDENT)),
  ];
}

function narrower(drawing: Drawing): Drawing {
  return inColumns(drawing, drawing.style.columns - INDENT.length);
}

function indent(line: string): string {
  return line === '' ? '' : `${INDENT}${line}`;
}
