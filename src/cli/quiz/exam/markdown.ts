import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type Blocks, type Choice, inLanguage, whatIsAsked } from '../../../course/index.js';
import { withOutwardLinks } from '../../../quiz/export/outward-links.js';
import { clean } from '../../../terminal/index.js';
import { GRADES } from '../../question/answered.js';
import { duration, type ExamResult, figure, type Judged, judge, remarksOn, scoreLine, scoreOf } from './result.js';
import type { Given } from './sitting.js';

/** The result of an exam as a document that can be kept, printed or handed in. */
export function examMarkdown(result: ExamResult): string {
  const judged = judge(result);
  const score = scoreOf(judged);
  const topics = score.topics.map(({ topic, right, of }) => [topic, figure(right), `${of}`]);
  const root: Root = {
    type: 'root',
    children: [
      heading(1, `Exam: ${result.course.title}`),
      paragraph([{ type: 'strong', children: [text(scoreLine(score))] }]),
      ...remarksOn(result).map((sentence) => paragraph([text(sentence)])),
      table([['', ''], ...aboutIt(result)]),
      heading(2, 'By topic'),
      table([['topic', 'right', 'of'], ...topics]),
      heading(2, 'Questions'),
      paragraph([text('A box is ticked where it was ticked in the exam; the quote below a choice says why it is right or not.')]),
      ...judged.flatMap((each, index) => question(each, index + 1, result)),
    ],
  };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', fences: true });
}

function aboutIt({ course, paper, began, tookMs, command, version, machine }: ExamResult): string[][] {
  return [
    ['begun', began.toISOString()],
    ['time taken', duration(tookMs)],
    ['questions', `${paper.tasks.length}, of seed ${paper.seed}`],
    ['the same again', command],
    ['mp-tutor', version],
    ['course', `${course.id}, questions ${paper.digest}`],
    ['machine', machine.join(', ')],
  ];
}

function question({ task, given, right, counts }: Judged, number: number, result: ExamResult): RootContent[] {
  const asked = task.question;
  const asks = whatIsAsked(asked);
  const shown = (blocks: Blocks): RootContent[] => inLanguage(withOutwardLinks(blocks).children, result.lang, result.first);
  return [
    heading(3, `${number}. ${asked.id} (${asked.topic})`),
    ...shown(asked.text),
    ...(asks === undefined ? [] : [paragraph([text(asks)])]),
    ...(asked.kind === 'explain'
      ? [...wrote(given), label('A model answer'), quote(shown(asked.model))]
      : [choices(task.choices, given, shown)]),
    paragraph([{ type: 'strong', children: [text(counts ? verdict(given, right) : `${verdict(given, right)} Not counted: a run refutes the key.`)] }]),
  ];
}

function verdict(given: Given | undefined, right: number): string {
  switch (given?.kind) {
    case undefined:
      return 'Not reached.';
    case 'nothing':
      return 'No answer.';
    case 'chosen':
      return right === 1 ? 'Right.' : 'Not right.';
    case 'wrote':
      return given.right === undefined ? 'Not graded.' : `Own grade: ${GRADES.find((each) => each.right === given.right)?.says ?? figure(right)}.`;
  }
}

function choices(all: readonly Choice[], given: Given | undefined, shown: (blocks: Blocks) => RootContent[]): RootContent {
  const chosen = given?.kind === 'chosen' ? given.chosen : [];
  const items = all.map((choice, index): ListItem => ({
    type: 'listItem',
    checked: chosen.includes(index),
    spread: false,
    children: [
      paragraph([...(choice.right ? [{ type: 'strong' as const, children: [text('Key:')] }, text(' ')] : []), ...choice.text]),
      ...(choice.why.length === 0 ? [] : [quote(shown(choice.why))]),
    ],
  }));
  return { type: 'list', ordered: false, spread: false, children: items };
}

function wrote(given: Given | undefined): RootContent[] {
  const lines = given?.kind === 'wrote' ? given.lines : [];
  return lines.length === 0 ? [] : [label('You wrote'), quote(lines.map((line) => paragraph([text(clean(line))])))];
}

function label(words: string): RootContent {
  return paragraph([{ type: 'emphasis', children: [text(words)] }]);
}

/** A lesson's text holds no definitions or front matter, so all of its blocks may stand in a quote. */
function quote(blocks: readonly RootContent[]): BlockContent {
  return { type: 'blockquote', children: blocks as BlockContent[] };
}

function heading(depth: 1 | 2 | 3, words: string): RootContent {
  return { type: 'heading', depth, children: [text(clean(words))] };
}

function paragraph(children: PhrasingContent[]): Extract<BlockContent, { type: 'paragraph' }> {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function table(rows: readonly (readonly string[])[]): RootContent {
  const children = rows.map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(clean(cell))] })),
  }));
  return { type: 'table', children };
}
