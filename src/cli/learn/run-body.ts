import type { Guess, Prediction } from '../../course/index.js';
import { type Capabilities, clean, pad, paint, wrap } from '../../terminal/index.js';
import { drawBlocks, type Drawing, inColumns } from '../question/draw.js';
import type { Ran } from '../tutor/ran.js';
import { joined } from '../tutor/lines.js';
import { seenLines } from '../tutor/ran-lines.js';
import { compareWithRun, type Comparison, describeValue, explanations, verdict } from './comparison.js';
import { describeGuess } from './guess.js';

const LABEL = 13;

/** What a run showed, beside what was predicted, with the explanations that are worth reading now. */
export function runBody(
  ran: Ran,
  { prediction, guess }: { readonly prediction: Prediction | undefined; readonly guess: Guess | undefined },
  drawing: Drawing,
  capabilities: Capabilities,
): string[] {
  const { columns } = capabilities;
  const seen = seenLines(ran, capabilities);
  if (!prediction || ran.ending === 'not started') {
    return seen;
  }
  if (ran.hasLeft) {
    return joined([wrap('You left the run before its end, so there is nothing to compare yet: r runs it again.', columns), seen]);
  }
  const { strong } = paint(capabilities.colour);
  const comparison = compareWithRun(prediction, guess, ran.facts);
  const drawn = inColumns(drawing, columns);
  return joined([
    [...said(guess, drawn), ...happened(comparison, columns)],
    wrap(strong(verdict(comparison)), columns),
    ...explanations(comparison).map(({ heading, guess: choice }) => explained(heading, choice, drawn)),
    seen,
  ]);
}

function said(guess: Guess | undefined, { style }: Drawing): string[] {
  return guess ? wrap(describeGuess(guess, style), style.columns, `${pad('You said', LABEL)} `) : [];
}

function happened(comparison: Comparison, columns: number): string[] {
  if (comparison.kind === 'untold') {
    return [];
  }
  const { fact, value } = comparison;
  return wrap(clean(`${fact} = ${describeValue(value)}`), columns, `${pad('In this run', LABEL)} `);
}

function explained(heading: string, guess: Guess, drawing: Drawing): string[] {
  const { style } = drawing;
  const { dim } = paint(style.colour);
  const title = heading === '' ? [] : wrap(`${dim(`${heading}:`)} ${describeGuess(guess, style)}`, style.columns);
  return [...title, ...drawBlocks(guess.why, drawing)];
}
