import type { Code, Heading, List, RootContent } from 'mdast';
import { readCall } from './call.js';
import { isCode, isTaskList, misconceptionLink, readChoices } from './choices.js';
import { brief } from './controls.js';
import { isRun } from './fences.js';
import { ID_RULE, isId } from './ids.js';
import type { Blocks, Choice, ChoiceKind, Lesson, Question } from './lesson.js';
import { plainText, spotOf } from './markdown.js';
import type { Reading } from './reading.js';

/** Kinds whose choices are always these, and always in this order. */
const FIXED: readonly { readonly kind: ChoiceKind; readonly texts: readonly string[] }[] = [
  { kind: 'true-false', texts: ['True', 'False'] },
  { kind: 'which', texts: ['Process', 'Thread', 'Both', 'Neither'] },
];

type Asked = Omit<Question & { kind: 'explain' }, 'kind' | 'model'>;

/** A question of the quiz; undefined when it cannot be asked, as the findings then say. */
export function readQuestion(
  heading: Heading, blocks: Blocks, lesson: Pick<Lesson, 'id' | 'topic'>, reading: Reading,
): Question | undefined {
  const { findings, file } = reading;
  const spot = spotOf(heading);
  const id = plainText(heading);
  if (!isId(id)) {
    findings.broken(spot, `"${brief(id)}" is not the id of a question`, `use ${ID_RULE}`);
    return undefined;
  }
  const runs = blocks.filter(isRun);
  const call = readQuestionCall(runs, reading);
  const rest = blocks.filter((block) => !isRun(block));
  const end = rest.findIndex(isTaskList);
  const at = end >= 0 ? end : rest.findLastIndex(({ type }) => type === 'blockquote');
  const text = rest.slice(0, Math.max(at, 0));
  const body = rest[at];
  if (body === undefined) {
    findings.broken(
      spot,
      `"${id}" has neither choices nor a model answer`,
      'write a list "- [ ] …", or a quote with the answer',
    );
    return undefined;
  }
  if (text.length === 0) {
    findings.broken(spot, `"${id}" asks nothing`, 'write the question below its id');
  }
  checkRest(rest.slice(at + 1), reading);
  const asked: Asked = { id, lesson: lesson.id, topic: lesson.topic, text, call, place: { file, ...spot } };
  if (isTaskList(body)) {
    return readChoiceQuestion(asked, body, reading);
  }
  return body.type === 'blockquote' ? { ...asked, kind: 'explain', model: body.children } : undefined;
}

function readQuestionCall([run, second]: readonly Code[], reading: Reading): Question['call'] {
  if (second) {
    reading.findings.broken(spotOf(second), 'this question has a second run', 'keep one');
  }
  return run && readCall(run, reading);
}

function checkRest([stray]: readonly RootContent[], { findings }: Reading): void {
  if (stray) {
    const mend = stray.type === 'blockquote' ? 'indent it by two spaces if it explains a choice' : 'move it above them';
    findings.flawed(spotOf(stray), 'this stands below the choices or the model answer and is not shown', mend);
  }
}

function readChoiceQuestion(asked: Asked, list: List, reading: Reading): Question | undefined {
  const choices = readChoices(list, reading);
  if (choices === undefined) {
    return undefined;
  }
  const { findings, misconceptions } = reading;
  const right = choices.filter((choice) => choice.right).length;
  if (right === 0 || right === choices.length) {
    findings.broken(
      spotOf(list),
      `${right === 0 ? 'no' : 'every'} choice of "${asked.id}" is right`,
      'mark with `[x]` what is right, and only that',
    );
  }
  const fixed = fixedKind(choices);
  const kind = right > 1 ? 'several' : (fixed ?? freeKind(asked.text, choices));
  for (const choice of choices) {
    const isExplained = choice.right || choice.why.length === 0 || misconceptionLink(choice.why, reading) !== undefined;
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
