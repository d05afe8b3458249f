import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { RootContent } from 'mdast';
import { type Blocks, inLanguage } from '../../course/index.js';
import type { Question } from '../../course/index.js';
import { clean, wrap, write } from '../../terminal/index.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { counted } from '../figures.js';
import { nameOf } from '../progress/export.js';
import { labelLanguages } from '../tutor/code-labels.js';
import { firstLanguage } from '../tutor/language.js';
import type { Session } from '../tutor/session.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import { questionsOn } from './select.js';

/** `quiz --export`. @returns the exit code; UsageError for another kind of file, Failure if it cannot be written */
export async function exportQuestions(file: string, topic: string | undefined, session: Session): Promise<number> {
  const format = extname(file).toLowerCase();
  if (format !== '.tsv' && format !== '.gift') {
    throw new UsageError(`${file} must end in .tsv, for Anki, or in .gift, for Moodle.`);
  }
  const all = questionsOn(session.course, topic);
  const withdrawn = await withdrawnNow(session);
  const questions = all.filter(({ id }) => !withdrawn.has(id));
  if (questions.length === 0) {
    throw new Failure(topic === undefined ? 'there are no questions to be written.' : `there are no questions on ${topic}.`);
  }
  await writeNew(file, await textOf(questions, format, session));
  const into = format === '.tsv' ? 'In Anki: File, Import.' : 'In Moodle: Question bank, Import, GIFT format.';
  const left = all.length - questions.length;
  const leftOut = left === 0 ? [] : [`${counted(left, 'question')} left out: a run on this machine refutes the key.`];
  const { io, capabilities } = session;
  const says = [`Wrote ${counted(questions.length, 'question')} to ${file}. ${into}`, ...leftOut];
  await write(io.stdout, `${says.flatMap((sentence) => wrap(clean(sentence), capabilities.columns - 1, ' ')).join('\n')}\n`);
  return EXIT.well;
}

async function textOf(questions: readonly Question[], format: '.tsv' | '.gift', session: Session): Promise<string> {
  const { course, lang, state } = session;
  const shown = (blocks: Blocks): RootContent[] => labelLanguages(inLanguage(blocks, lang, firstLanguage(lang, state.aim)));
  if (format === '.tsv') {
    const { toAnki } = await import('../../quiz/export/anki.js');
    return toAnki(questions, nameOf(course.id), shown);
  }
  const { toGift } = await import('../../quiz/export/gift.js');
  return toGift(questions, nameOf(course.id), shown);
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
      ? new Failure(`${file} is there already. Nothing was changed; take another name.`, { cause: error })
      : new Failure(`${file} cannot be written (${error instanceof Error ? error.message : String(error)}).`, { cause: error });
  }
}
