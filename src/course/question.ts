import type { Blockquote, Heading, List, RootContent } from 'mdast';
import { type Divided, findChoices } from './choice-list.js';
import { areWhole, checkMisconceptionLinks, isCode, readChoices } from './choices.js';
import { isDefinitionLink, linkedClaims, linksIn } from './claim-links.js';
import type { Claim } from './claim.js';
import { brief } from './controls.js';
import { withoutDataLinks } from './data-links.js';
import { isProof, isRun } from './fences.js';
import { ID_RULE, isId } from './ids.js';
import type { Blocks, Choice, ChoiceKind, Lesson, Question } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import { readProof } from './proof.js';
import { anchorOf } from './read-claims.js';
import type { Reading } from './reading.js';

/** Kinds whose choices are always these, and always in this order. */
const FIXED: readonly { readonly kind: ChoiceKind; readonly texts: readonly string[] }[] = [
  { kind: 'true-false', texts: ['True', 'False'] },
  { kind: 'which', texts: ['Process', 'Thread', 'Both', 'Neither'] },
];

type Asked = Omit<Question & { kind: 'explain' }, 'kind' | 'model'>;

/** What a question takes from its lesson. */
export type Around = Pick<Lesson, 'id' | 'topic'>;

/** A question, and the claim that stands in it, if there is one. */
interface WithClaim {
  /** undefined when it cannot be asked, as the findings then say. */
  readonly question: Question | undefined;
  readonly claim: Claim | undefined;
}

/** A question of the quiz. */
export function readQuestion(heading: Heading, blocks: Blocks, lesson: Around, reading: Reading): WithClaim {
  const { findings, file } = reading;
  const spot = spotOf(heading);
  const id = plainText(heading);
  if (!isId(id)) {
    findings.broken(spot, `"${brief(id)}" is not the id of a question`, `use ${ID_RULE}`);
  }
  const claim = readQuestionClaim(heading, blocks, lesson.id, reading);
  const shown = readWhatShows(blocks, lesson.id, claim, reading);
  const rest = blocks.filter((block) => !isProof(block) && !isRun(block));
  const { before, body, after } = findChoices(rest, reading) ?? findModel(rest);
  const text = withoutDataLinks(before, reading);
  if (body === undefined) {
    findings.broken(
      spot,
      `"${brief(id)}" has neither choices nor a model answer`,
      'write a list "- [ ] …", or a quote with the answer',
    );
    return { question: undefined, claim };
  }
  if (text.length === 0) {
    findings.broken(spot, `"${brief(id)}" asks nothing`, 'write the question below its id');
  }
  checkRest(after, reading);
  const asked: Asked = { id, lesson: lesson.id, topic: lesson.topic, text, ...shown, place: { file, ...spot } };
  const question = body.type === 'list'
    ? readChoiceQuestion(asked, body, reading)
    : { ...asked, kind: 'explain' as const, model: withoutDataLinks(body.children, reading) };
  return { question, claim };
}

/** The last quote is the answer of a question that has no choices. */
function findModel(blocks: Blocks): Divided<Blockquote | undefined> {
  const index = blocks.findLastIndex(({ type }) => type === 'blockquote');
  const body = blocks[index];
  return body?.type === 'blockquote'
    ? { before: blocks.slice(0, index), body, after: blocks.slice(index + 1) }
    : { before: blocks, body: undefined, after: [] };
}

/** The proof that stands in the question. */
function readQuestionClaim(heading: Heading, blocks: Blocks, lesson: string, reading: Reading): Claim | undefined {
  const [fence, second] = blocks.filter(isProof);
  if (second) {
    reading.findings.flawed(spotOf(second), 'this question has a second proof', 'keep one, and link to claims of the lesson for the others');
  }
  const id = `${lesson}#${anchorOf(heading, reading.own)}`;
  return fence && readProof(fence, { id, lesson, text: undefined }, reading);
}

/** What the answer rests on: the question's own claim and those that it links to, or a definition. */
function readWhatShows(
  blocks: Blocks, lesson: string, claim: Claim | undefined, reading: Reading,
): Pick<Question, 'claims' | 'definition'> {
  const linked = linkedClaims(blocks, lesson, reading);
  const [definition] = linksIn(blocks, (link) => isDefinitionLink(link, reading));
  const isProved = linked.length > 0 || blocks.some(isProof);
  if (definition && isProved) {
    const wrong = 'this question has a proof, so it asks for more than a definition';
    reading.findings.flawed(spotOf(definition), wrong, 'take this link away, or the proof');
  }
  return { claims: [...(claim ? [claim.id] : []), ...linked], definition: definition !== undefined && !isProved };
}

function checkRest([stray]: readonly RootContent[], { findings }: Reading): void {
  if (stray) {
    const mend = stray.type === 'blockquote' ? 'indent it by two spaces if it explains a choice' : 'move it above them';
    findings.flawed(spotOf(stray), 'this stands below the choices or the model answer and is not shown', mend);
  }
}

function readChoiceQuestion(asked: Asked, list: List, reading: Reading): Question {
  const choices = readChoices(list, reading);
  const { findings } = reading;
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
  checkMisconceptionLinks(choices, list, reading);
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
