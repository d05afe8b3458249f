import type { Blockquote, Heading, List, RootContent } from 'mdast';
import { readCall } from './call.js';
import { type Divided, findChoices } from './choice-list.js';
import { areWhole, isCode, readChoices } from './choices.js';
import { brief } from './controls.js';
import { misconceptionLink, runLink, withoutDataLinks } from './data-links.js';
import { isRun } from './fences.js';
import { ID_RULE, isId } from './ids.js';
import type { Blocks, Call, Choice, ChoiceKind, Lesson, Question } from './lesson.js';
import { plainText, spotOf } from './markdown.js';
import type { Reading } from './reading.js';

/** Kinds whose choices are always these, and always in this order. */
const FIXED: readonly { readonly kind: ChoiceKind; readonly texts: readonly string[] }[] = [
  { kind: 'true-false', texts: ['True', 'False'] },
  { kind: 'which', texts: ['Process', 'Thread', 'Both', 'Neither'] },
];

type Asked = Omit<Question & { kind: 'explain' }, 'kind' | 'model'>;

/** What a question takes from its lesson. */
export interface Around extends Pick<Lesson, 'id' | 'topic'> {
  /** What the lesson runs, if that could be read. */
  readonly call: Call | undefined;
}

/** A question of the quiz; undefined when it cannot be asked, as the findings then say. */
export function readQuestion(
  heading: Heading, blocks: Blocks, lesson: Around, reading: Reading,
): Question | undefined {
  const { findings, file } = reading;
  const spot = spotOf(heading);
  const id = plainText(heading);
  if (!isId(id)) {
    findings.broken(spot, `"${brief(id)}" is not the id of a question`, `use ${ID_RULE}`);
  }
  const call = readQuestionCall(blocks, lesson.call, reading);
  const rest = blocks.filter((block) => !isRun(block));
  const { before, body, after } = findChoices(rest, reading) ?? findModel(rest);
  const text = withoutDataLinks(before, reading);
  if (body === undefined) {
    findings.broken(
      spot,
      `"${brief(id)}" has neither choices nor a model answer`,
      'write a list "- [ ] …", or a quote with the answer',
    );
    return undefined;
  }
  if (text.length === 0) {
    findings.broken(spot, `"${brief(id)}" asks nothing`, 'write the question below its id');
  }
  checkRest(after, reading);
  const asked: Asked = { id, lesson: lesson.id, topic: lesson.topic, text, call, place: { file, ...spot } };
  return body.type === 'list'
    ? readChoiceQuestion(asked, body, reading)
    : { ...asked, kind: 'explain', model: withoutDataLinks(body.children, reading) };
}

/** The last quote is the answer of a question that has no choices. */
function findModel(blocks: Blocks): Divided<Blockquote | undefined> {
  const index = blocks.findLastIndex(({ type }) => type === 'blockquote');
  const body = blocks[index];
  return body?.type === 'blockquote'
    ? { before: blocks.slice(0, index), body, after: blocks.slice(index + 1) }
    : { before: blocks, body: undefined, after: [] };
}

/** What shows the answer: the question's own run, or that of the lesson if the question links to it. */
function readQuestionCall(blocks: Blocks, ofLesson: Call | undefined, reading: Reading): Call | undefined {
  const [run, second] = blocks.filter(isRun);
  const link = runLink(blocks, reading);
  if (second) {
    reading.findings.broken(spotOf(second), 'this question has a second run', 'keep one');
  }
  if (run && link) {
    reading.findings.flawed(spotOf(link), 'this question has a run of its own', 'take the link to that of the lesson away');
  }
  return run ? readCall(run, reading) : link && ofLesson;
}

function checkRest([stray]: readonly RootContent[], { findings }: Reading): void {
  if (stray) {
    const mend = stray.type === 'blockquote' ? 'indent it by two spaces if it explains a choice' : 'move it above them';
    findings.flawed(spotOf(stray), 'this stands below the choices or the model answer and is not shown', mend);
  }
}

function readChoiceQuestion(asked: Asked, list: List, reading: Reading): Question {
  const choices = readChoices(list, reading);
  const { findings, misconceptions } = reading;
  const right = choices.filter((choice) => choice.right).length;
  if (areWhole(choices, list) && (right === 0 || right === choices.length)) {
    findings.broken(
      spotOf(list),
      `${right === 0 ? 'no' : 'every'} choice of "${brief(asked.id)}" is right`,
      'mark with `[x]` what is right, and only that',
    );
  }
  const fixed = fixedKind(choices);
  const kind = right > 1 ? 'several' : (fixed ?? freeKind(asked.text, choices));
  for (const choice of choices) {
    const item = list.children.filter((each) => spotOf(each).line === choice.place.line);
    const isExplained = choice.right || choice.why.length === 0 || misconceptionLink(item, reading) !== undefined;
    if (misconceptions && !isExplained) {
      findings.flawed(
        choice.place,
        `the wrong choice "${brief(plainText(choice.text))}" leads to no misconception`,
        'link to one in its explanation: `[why](misconceptions.md#…)`',
      );
    }
  }
  return { ...asked, kind, choices, ordered: fixed !== undefined || list.ordered === true };
}

function fixedKind(choices: readonly Choice[]): ChoiceKind | undefined {
  const said = choices.map((choice) => plainText(choice.text));
  return FIXED.find(({ texts }) => texts.length === said.length && texts.every((text) => said.includes(text)))?.kind;
}

function freeKind(text: Blocks, choices: readonly Choice[]): ChoiceKind {
  const hasCode = text.some(({ type }) => type === 'code');
  return hasCode && choices.every((choice) => isCode(choice.text)) ? 'output' : 'one';
}
