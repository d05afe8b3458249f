import type { Mend, MendChoice } from '../../course/index.js';
import { type Capabilities, clean, glyphs, pad, paint, wrap } from '../../terminal/index.js';
import { renderInline } from '../../terminal/markdown/index.js';
import { type Beliefs, beliefSentence } from '../question/belief.js';
import { drawBlocks, type Drawing, inColumns } from '../question/draw.js';
import { joined } from '../tutor/lines.js';
import type { Ran } from '../tutor/ran.js';
import { seenLines, waitingLines } from '../tutor/ran-lines.js';
import { textBody } from './body.js';
import { isOtherwise, type MendOutcome, type Tried } from './mend-outcome.js';

const LABEL = 13;
const TITLE = 'Mend it';

/** The question, above its changes. */
export function mendBody({ text, choices }: Mend, drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  const seconds = Math.max(0, ...choices.map(({ run }) => run.limitMs)) / 1000;
  const note = `The one that you choose is run, for ${seconds} seconds at most. You can try them all.`;
  return joined([wrap(paint(colour).strong(TITLE), columns), textBody(text, drawing), wrap(paint(colour).dim(note), columns)]);
}

/** Each change in words, and behind those that were tried what came of it. */
export function changeTexts({ choices }: Mend, tried: ReadonlyMap<MendChoice, Tried>, drawing: Drawing): string[] {
  return choices.map((choice) => {
    const outcome = tried.get(choice)?.outcome;
    const text = renderInline(choice.text, drawing.style);
    return outcome === undefined ? text : `${text}  ${glyphs.said} ${{ mended: `${glyphs.passed} it mends it`, 'not mended': `${glyphs.failed} it does not`, untold: 'not told' }[outcome.kind]}`;
  });
}

/** What a change came to: the end of its run, who waited for whom, whether that mends it, and why. */
export function triedBody(choice: MendChoice, { ran, outcome }: Tried, beliefs: Beliefs, drawing: Drawing, capabilities: Capabilities): string[] {
  const { columns } = capabilities;
  const drawn = inColumns(drawing, columns);
  const belief = choice.right ? undefined : beliefSentence(choice, beliefs);
  return joined([
    [
      ...labelled('You chose', renderInline(choice.text, drawn.style), columns),
      ...(ran.ending === 'not started' ? [] : labelled('In this run', clean(ended(ran, outcome)), columns)),
    ],
    waitingLines(ran, capabilities),
    verdictLines(outcome, drawn),
    isOtherwise(choice, outcome) ? wrap(`Usually it is otherwise: ${choice.right ? 'this mends it' : 'this does not mend it'}. r runs it again.`, columns) : [],
    drawBlocks(choice.why, drawn),
    belief === undefined ? [] : wrap(belief, columns),
    seenLines(ran, capabilities),
  ]);
}

/** Instead of it, when the learner did not agree to run it. */
export function notTriedBody(choice: MendChoice, beliefs: Beliefs, drawing: Drawing): string[] {
  const { columns } = drawing.style;
  const belief = choice.right ? undefined : beliefSentence(choice, beliefs);
  return joined([
    wrap(`It was not run: ${clean(choice.run.call.text)}`, columns),
    wrap(choice.right ? 'Usually this mends it.' : 'Usually this does not mend it.', columns),
    drawBlocks(choice.why, drawing),
    belief === undefined ? [] : wrap(belief, columns),
  ]);
}

function labelled(label: string, text: string, columns: number): string[] {
  return wrap(text, columns, `${pad(label, LABEL)} `);
}

/** How the run ended, in a few words; where it ended well, also the facts on which it depends. */
function ended({ facts, hasLeft }: Ran, outcome: MendOutcome): string {
  const { hung, ending, exitCode, signal, elapsedMs } = facts;
  const time = `${(Number(elapsedMs) / 1000).toFixed(1)} s`;
  if (hasLeft) {
    return `you ended it after ${time}`;
  }
  if (ending === 'limit') {
    return hung === true ? `it hung, and was ended after ${time}` : `it was still at work, and was ended after ${time}`;
  }
  if (typeof signal === 'string') {
    return `${signal} ended it after ${time}`;
  }
  if (exitCode !== 0) {
    return `it failed with exit code ${Number(exitCode)} after ${time}`;
  }
  return outcome.kind === 'not mended' && outcome.seen !== ''
    ? `it ended by itself after ${time}, but not as it should: ${outcome.seen}`
    : `it ended by itself after ${time}`;
}

function verdictLines(outcome: MendOutcome, { style: { columns, colour } }: Drawing): string[] {
  const { strong, bad } = paint(colour);
  switch (outcome.kind) {
    case 'mended':
      return wrap(strong('That mends it.'), columns, `${strong(glyphs.passed)} `);
    case 'not mended':
      return wrap(bad('That does not mend it.'), columns, `${bad(glyphs.failed)} `);
    case 'untold':
      return wrap(`This run does not tell: ${clean(outcome.why)}.`, columns);
  }
}
