import type { Question } from '../../course/index.js';
import { type Answered, canBeGuess } from '../question/answered.js';
import { rememberGuess } from '../question/asking.js';
import type { Session } from '../tutor/session.js';
import { claimsFor, withdrawnNow } from '../tutor/withdrawn.js';
import { type Dialogue, read, tell, type Typed } from './dialogue.js';
import { howToRead } from './how-to-read.js';
import { proveInLines } from './prove-in-lines.js';
import { isReply, quoted } from './reply.js';

const HELP =
  'Enter goes on. g notes the answer as a guess, so that its question comes back. s runs what shows the ' +
  'answer, l prints the command that opens the lesson. q leaves, with the score so far.';
const NO_GUESS = 'Only a right choice can be a guess.';
const NOT_COUNTED = 'A run on this machine refutes the key of this question, so the answer does not count, as a guess or otherwise.';

/**
 * What may be done with the answer just given, until Enter goes on. Whoever answers the next question at once, as a
 * pipe does, is understood: that line is left to it.
 * @returns the answer, which may have become a guess, also when nothing more comes
 */
export async function afterAnswer(
  given: Answered,
  next: Question | undefined,
  dialogue: Dialogue,
): Promise<{ readonly answered: Answered; readonly typed: Typed<'on'> }> {
  const { session, lines } = dialogue;
  const { question } = given;
  let answered = given;
  const typed = await read<'on'>({
    accepts: () => keysFor(answered, next !== undefined, session),
    help: HELP,
    understand(line, command) {
      switch (command) {
        case 'show':
          return proveInLines(answered, dialogue);
        case 'lesson':
          return howToRead(question, session);
        case 'guess':
          if (!canBeGuess(answered)) {
            return { says: answered.guessed ? 'It is noted as a guess already.' : NO_GUESS };
          }
          answered = { ...answered, guessed: true };
          return { does: () => noteGuess(answered, dialogue) };
        default:
          if (line.trim() === '') {
            return { value: 'on' };
          }
          if (next && (isReply(line) || (next.kind === 'explain' && !session.io.stdin.isTTY))) {
            lines.putBack(line);
            return { value: 'on' };
          }
          return { says: `${quoted(line)} is none of these.` };
      }
    },
  }, dialogue);
  return { answered, typed };
}

async function noteGuess(answered: Answered, dialogue: Dialogue): Promise<void> {
  const { session } = dialogue;
  const isWithdrawn = (await withdrawnNow(session)).has(answered.question.id);
  await rememberGuess(answered, session);
  await tell([isWithdrawn ? NOT_COUNTED : 'Noted as a guess: the question comes back.'], dialogue);
}

function keysFor(answered: Answered, isFollowed: boolean, { course }: Session): string {
  const keys = [
    ...(canBeGuess(answered) ? ['g guessed'] : []),
    ...(claimsFor(answered.question, course).length > 0 ? ['s show me'] : []),
    'l lesson', '? help', 'q leave',
  ].join(', ');
  return isFollowed
    ? `Enter for the next question, or ${keys}.`
    : `That was the last question. Enter for the score, or ${keys}.`;
}
