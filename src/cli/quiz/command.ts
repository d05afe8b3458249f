import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.js';

/** How many questions a quiz has if nobody says otherwise. */
export const USUAL_COUNT = 10;
const MOST_QUESTIONS = 1000;
const LARGEST_SEED = 999_999_999;

const EXAMPLES = `
Examples:
  $ mp-tutor quiz                          ten questions; what was missed or guessed comes back first
  $ mp-tutor quiz --list                   the topics
  $ mp-tutor quiz processes-and-threads    one topic, or one lesson
  $ mp-tutor quiz --review                 what is due today, by spaced repetition
  $ mp-tutor quiz --exam                   a fixed set without help; the result is saved
  $ mp-tutor quiz --export cards.tsv       the questions for Anki; cards.gift for Moodle
  $ mp-tutor quiz --seed 7 --count 5       the same five questions for everybody
  $ mp-tutor quiz --plain                  numbers to type, for pipes and screen readers`;

/** Adds `quiz`. */
export function addQuiz(program: Command, io: Io, setExitCode: (code: number) => void): void {
  program
    .command('quiz')
    .description('questions on processes, threads and all else in the lessons')
    .argument('[topic]', 'a topic or a lesson')
    .option('--list', 'list the topics')
    .addOption(new Option('--review', 'what is due today: questions come back before they are forgotten').conflicts(['list', 'seed']))
    .addOption(new Option('--exam', 'a fixed set without help; the result is saved as Markdown').conflicts(['list', 'review']))
    .addOption(new Option('--out <file>', 'where the result of an exam goes (default: mp-tutor-exam-DATE.md)').conflicts(['list', 'review']))
    .addOption(new Option('--export <file>', 'write the questions: .tsv for Anki, .gift for Moodle').conflicts(['list', 'review', 'exam', 'seed', 'count']))
    .addOption(number('--count <n>', `how many questions (default: ${USUAL_COUNT}; 20 in an exam; in a review as many as are due)`, 1, MOST_QUESTIONS))
    .addOption(number('--seed <n>', 'repeat a quiz, whatever was answered before', 0, LARGEST_SEED))
    .option('--plain', 'line by line, with numbers to type')
    .option('--lessons <dir>', 'questions of another course')
    .addOption(new Option('--lang <language>', 'whose code is shown').choices(['python', 'js', 'both']))
    .option('--trust', 'run the programs of another course without asking')
    .addHelpText('after', EXAMPLES)
    .action(async (topic: string | undefined, _own: unknown, self: Command) => {
      const { quiz } = await import('./act.js');
      setExitCode(await quiz(topic, self.optsWithGlobals(), io));
    });
}

function number(flag: string, meaning: string, least: number, most: number): Option {
  return new Option(flag, meaning).argParser((text: string) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  });
}
