import type { Nodes, RootContent } from 'mdast';
import { type CodeLanguage, languageOf } from './language.js';
import type { Lesson } from './lesson.js';
import { plainText } from './nodes.js';

/** Of somebody who reads to learn. */
const WORDS_A_MINUTE = 200;
const MOST_QUESTIONS = 3;
/** What each part takes, in seconds. */
const SECONDS = { line: 2.5, prediction: 20, run: 15, mend: 40, question: 30 };

/**
 * How long a lesson takes about, in minutes: to read it, to predict and see its run, to choose what mends it, and to answer
 * three questions. The exercise is extra, and so are proofs that the reader asks for.
 */
export function minutesOf({ opening, prediction, run, mend, answer, more, yourTurn, questions }: Lesson): number {
  const titles = more.map(({ title }) => title).join(' ');
  const blocks = [...opening, ...(run?.text ?? []), ...answer, ...more.flatMap((section) => section.blocks), ...yourTurn];
  const words = wordsIn(titles) + blocks.reduce((sum, block) => sum + wordsOf(block), 0);
  const seconds = linesOf(blocks) * SECONDS.line
    + (prediction ? SECONDS.prediction : 0)
    + (run ? SECONDS.run : 0)
    + (mend ? SECONDS.mend : 0)
    + Math.min(questions.length, MOST_QUESTIONS) * SECONDS.question;
  return words / WORDS_A_MINUTE + seconds / 60;
}

/** What holds words, not blocks. */
const TEXTS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell']);

/** Of prose: code is counted by its lines. */
function wordsOf(node: Nodes): number {
  if (TEXTS.has(node.type)) {
    return wordsIn(plainText(node));
  }
  return 'children' in node ? node.children.reduce((sum, child) => sum + wordsOf(child), 0) : 0;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Lines of code; of a program in two languages, as adjacent fences are, those of the longer one. */
function linesOf(blocks: readonly RootContent[]): number {
  let lines = 0;
  let twins: Record<CodeLanguage, number> = { python: 0, js: 0 };
  const close = (): void => {
    lines += Math.max(twins.python, twins.js);
    twins = { python: 0, js: 0 };
  };
  for (const block of blocks) {
    const language = languageOf(block);
    if (language !== undefined && block.type === 'code') {
      twins[language] += countLines(block.value);
      continue;
    }
    close();
    lines += block.type === 'code' ? countLines(block.value) : linesWithin(block);
  }
  close();
  return lines;
}

function linesWithin(block: RootContent): number {
  switch (block.type) {
    case 'list':
      return block.children.reduce((sum, item) => sum + linesOf(item.children), 0);
    case 'blockquote':
      return linesOf(block.children);
    default:
      return 0;
  }
}

function countLines(code: string): number {
  return code.split('\n').length;
}
