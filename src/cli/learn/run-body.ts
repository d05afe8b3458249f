import type { Guess, Prediction } from '../../course/index.js';
import { type Capabilities, clean, pad, paint, wrap } from '../../terminal/index.js';
import type { Facts } from '../../trace/facts.js';
import { type Beliefs, beliefSentence } from '../question/belief.js';
import { drawBlocks, type Drawing, inColumns } from '../question/draw.js';
import type { Ran } from '../tutor/ran.js';
import { describeValue } from '../tutor/describe-value.js';
import { joined } from '../tutor/lines.js';
import { seenLines, waitingLines } from '../tutor/ran-lines.js';
import { compareWithRun, type Comparison, explanations, verdict } from './comparison.js';
import { drawFits, fits } from './fits.js';
import { describeGuess, isYesOrNo } from './guess.js';

const LABEL = 13;

/** What a lesson has to compare a run with. */
export interface Predicted {
  readonly prediction: Prediction | undefined;
  readonly guess: Guess | undefined;
  /** The facts of further runs. */
  readonly again: readonly Facts[];
  /** Why there are no more of them; undefined when there is nothing to say. */
  readonly noteOfAgain: string | undefined;
  readonly beliefs: Beliefs;
}

/** What a run showed, beside what was predicted, with the explanations that are worth reading now. */
export function runBody(ran: Ran, predicted: Predicted, drawing: Drawing, capabilities: Capabilities): string[] {
  const { prediction, guess, beliefs, again, noteOfAgain } = predicted;
  const { columns } = capabilities;
  const [waiting, seen] = [waitingLines(ran, capabilities), seenLines(ran, capabilities)];
  if (!prediction || ran.ending === 'not started') {
    return joined([waiting, seen]);
  }
  if (ran.hasLeft) {
    return joined([wrap('You left the run before its end, so there is nothing to compare yet: r runs it again.', columns), seen]);
  }
  const { strong } = paint(capabilities.colour);
  const comparison = compareWithRun(prediction, guess, ran.facts);
  const drawn = inColumns(drawing, columns);
  return joined([
    [...said(guess, drawn), ...happened(comparison, drawn)],
    again.length === 0 ? [] : drawFits(fits(prediction, guess, [ran.facts, ...again], capabilities), again.length + 1, columns),
    noteOfAgain === undefined ? [] : wrap(clean(noteOfAgain), columns),
    waiting,
    wrap(strong(verdict(comparison)), columns),
    ...explanations(comparison).map(({ heading, guess: choice }) => explained(heading, choice, beliefs, drawn)),
    seen,
  ]);
}

/** What a run showed to somebody who was not asked for a guess. */
export function toldBody(ran: Ran, { prediction, beliefs }: Predicted, drawing: Drawing, capabilities: Capabilities): string[] {
  const [waiting, seen] = [waitingLines(ran, capabilities), seenLines(ran, capabilities)];
  if (!prediction || ran.hasLeft || ran.ending === 'not started') {
    return joined([waiting, seen]);
  }
  const comparison = compareWithRun(prediction, undefined, ran.facts);
  return joined([
    comparison.kind === 'untold' ? wrap(verdict(comparison), drawing.style.columns) : happened(comparison, drawing),
    waiting,
    ...explanations(comparison).map(({ heading, guess }) => explained(heading, guess, beliefs, drawing)),
    seen,
  ]);
}

/** Instead of it, when the learner did not agree to run a program: what it usually shows. */
export function notRunBody(command: string, { prediction, guess, beliefs }: Predicted, drawing: Drawing): string[] {
  const { style } = drawing;
  const usual = prediction?.choices.find(({ right }) => right);
  return joined([
    wrap(`It was not run: ${clean(command)}`, style.columns),
    [...said(guess, drawing), ...(usual ? labelled('Usually', describeGuess(usual, style), drawing) : [])],
    usual ? explained('', usual, beliefs, drawing) : [],
  ]);
}

function said(guess: Guess | undefined, drawing: Drawing): string[] {
  return guess ? labelled('You said', describeGuess(guess, drawing.style), drawing) : [];
}

function happened(comparison: Comparison, drawing: Drawing): string[] {
  return comparison.kind === 'untold' ? [] : labelled('In this run', outcome(comparison, drawing), drawing);
}

/** What was predicted has been said with its words; the fact needs its name only where no choice has words for it. */
function outcome({ fact, value, guess, shown }: Extract<Comparison, { kind: 'told' }>, { style }: Drawing): string {
  const words = clean(describeValue(value));
  if (!shown) {
    return `${clean(fact)} = ${words}`;
  }
  if (shown === guess && !isYesOrNo(shown)) {
    return words;
  }
  return shown.expected.kind === 'value' ? describeGuess(shown, style) : `${words}, so ${describeGuess(shown, style)}`;
}

function labelled(label: string, text: string, { style }: Drawing): string[] {
  return wrap(text, style.columns, `${pad(label, LABEL)} `);
}

/** What is usual has not been named yet; what happened has. */
function explained(heading: string, choice: Guess, beliefs: Beliefs, drawing: Drawing): string[] {
  const { style } = drawing;
  const { dim } = paint(style.colour);
  const name = heading === 'Usually' ? ` ${describeGuess(choice, style)}` : '';
  const title = heading === '' ? [] : wrap(`${dim(`${heading}:`)}${name}`, style.columns);
  const belief = beliefSentence(choice, beliefs);
  return [...title, ...drawBlocks(choice.why, drawing), ...(belief === undefined ? [] : wrap(belief, style.columns))];
}
