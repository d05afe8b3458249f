import type { Mend, MendChoice } from '../../course/index.js';
import { paint, present, wrap } from '../../terminal/index.js';
import { renderInline } from '../../terminal/markdown/index.js';
import { type Drawing, inColumns } from '../question/draw.js';
import { listenForInterrupts } from '../interrupts.js';
import { runCall } from '../tutor/run-call.js';
import type { Session } from '../tutor/session.js';
import { notTriedBody, triedBody } from './mend-body.js';
import { outcomeOf } from './mend-outcome.js';

/** Runs each change of a lesson in lines, and says what came of it. @returns the exit code if somebody ended us meanwhile */
export async function mendInLines(
  mend: Mend,
  session: Session,
  print: (lines: readonly string[]) => Promise<void>,
  drawing: Drawing,
): Promise<number | undefined> {
  const { course, capabilities } = session;
  const { strong } = paint(drawing.style.colour);
  const beliefs = course.misconceptions;
  const interrupts = listenForInterrupts();
  const linesOf = async (choice: MendChoice): Promise<string[]> => {
    const ran = await runCall(choice.run, session, interrupts, 'lines');
    return ran
      ? triedBody(choice, { ran, outcome: await outcomeOf(mend, ran, course) }, beliefs, drawing, capabilities)
      : notTriedBody(choice, beliefs, drawing);
  };
  try {
    for (const [index, choice] of mend.choices.entries()) {
      const title = `# Change ${index + 1}: ${renderInline(choice.text, inColumns(drawing, capabilities.columns).style)}`;
      await print(['', ...wrap(strong(title), drawing.style.columns), '']);
      const lines = await linesOf(choice);
      if (interrupts.exitCode !== undefined) {
        return interrupts.exitCode;
      }
      await print(['', ...present(lines, capabilities)]);
    }
    return undefined;
  } finally {
    interrupts.stopListening();
  }
}
