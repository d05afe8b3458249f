import type { InlineCode, Paragraph, RootContent } from 'mdast';
import { findChoices } from './choice-list.js';
import { areWhole, readChoices } from './choices.js';
import { brief } from './controls.js';
import { overlap, parseExpected } from './expected.js';
import { isFactOf, unknownFact } from './facts.js';
import type { Spot } from './findings.js';
import type { Blocks, Call, Choice, Guess, Prediction } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';

const CHOICE_FORM = 'begin it with its value in code: `9`, `1..3`, `20..`, `true` or a text';

/**
 * The section `Predict`; undefined when it cannot be used, as the findings then say.
 * @param call - what the lesson runs, as far as that can be told
 */
export function readPrediction(section: Named, call: Call | undefined, reading: Reading): Prediction | undefined {
  const { blocks, spot } = section;
  const { findings } = reading;
  const found = findChoices(blocks, reading);
  if (found === undefined) {
    findings.broken(spot, 'the prediction has no choices', 'write a list below its question: "- [ ] `9`: words"');
    return undefined;
  }
  const { before: text, body: list, after: [stray] } = found;
  if (stray) {
    findings.flawed(spotOf(stray), 'this stands below the choices and is not shown', 'move it above them');
  }
  const fact = readFact(text, spotOf(list), reading);
  const choices = readChoices(list, reading);
  const guesses = choices.flatMap((choice) => readGuess(choice, reading) ?? []);
  if (areWhole(choices, list)) {
    checkUsual(choices, spotOf(list), reading);
  }
  checkOverlaps(guesses, reading);
  if (fact && call && !isFactOf(call, fact.value, reading)) {
    const { wrong, mend } = unknownFact(call, fact.value, reading);
    findings.broken(spotOf(fact), wrong, mend);
  }
  return fact && { text: withoutFact(text, fact), fact: fact.value, choices: guesses };
}

/** The code in parentheses at the end of the question: "How many? (`workerPids`)". */
function readFact(text: Blocks, list: Spot, { findings }: Reading): InlineCode | undefined {
  const paragraph = text.findLast((block) => block.type === 'paragraph');
  const [open, code, close] = paragraph?.children.slice(-3) ?? [];
  const isOpened = open?.type === 'text' && open.value.endsWith('(');
  const isClosed = close?.type === 'text' && /^\)[.?:]?\s*$/.test(close.value);
  if (isOpened && isClosed && code?.type === 'inlineCode') {
    return code;
  }
  findings.broken(
    paragraph ? spotOf(paragraph) : list,
    'the question of the prediction does not name the fact that decides',
    'end the paragraph above the choices with it: "How many? (`workerPids`)"',
  );
  return undefined;
}

/** The question as learners read it. */
function withoutFact(text: Blocks, fact: InlineCode): Blocks {
  return text.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph' || block.children.at(-2) !== fact) {
      return [block];
    }
    const children = withoutLastThree(block);
    return children.length === 0 ? [] : [{ ...block, children }];
  });
}

/** Of `… many? (` and the fact and `)`, or `… many (` and the fact and `)?`, the words and their sign remain. */
function withoutLastThree({ children }: Paragraph): Paragraph['children'] {
  const [open, , close] = children.slice(-3);
  const words = open?.type === 'text' ? open.value.replace(/\s*\($/, '') : '';
  const sign = close?.type === 'text' ? close.value.replace(/^\)|\s+$/g, '') : '';
  const value = /[.?:]$/.test(words) ? words : words + sign;
  return [...children.slice(0, -3), ...(value === '' ? [] : [{ type: 'text', value } as const])];
}

function readGuess(choice: Choice, { findings }: Reading): Guess | undefined {
  const [code, next] = choice.text;
  const isAlone = next === undefined || (next.type === 'text' && /^\s*:/.test(next.value));
  if (code?.type !== 'inlineCode' || !isAlone) {
    findings.broken(
      choice.place,
      `the choice "${brief(plainText(choice.text))}" does not say which value it expects`,
      CHOICE_FORM,
    );
    return undefined;
  }
  const expected = parseExpected(code.value);
  if (expected === undefined) {
    findings.broken(
      spotOf(code),
      `\`${brief(code.value)}\` is neither a number nor a range`,
      'write `9`, `2.5`, `1..3`, `20..` or `..5`',
    );
    return undefined;
  }
  return { ...choice, expected };
}

function checkUsual(choices: readonly Choice[], list: Spot, { findings }: Reading): void {
  const usual = choices.filter(({ right }) => right);
  if (usual.length !== 1) {
    const marked = usual.length === 0 ? 'no choice is' : `${usual.length} choices are`;
    findings.broken(usual[1]?.place ?? list, `${marked} marked as what is usual`, 'mark one with `[x]`');
  }
}

function checkOverlaps(guesses: readonly Guess[], { findings }: Reading): void {
  guesses.forEach((guess, index) => {
    const other = guesses.slice(0, index).find(({ expected }) => overlap(expected, guess.expected));
    if (other) {
      const [mine, theirs] = [guess, other].map(({ text }) => codeText(text));
      findings.broken(
        guess.place,
        `\`${mine}\` overlaps \`${theirs}\` on line ${other.place.line}`,
        'let one run fit one choice only',
      );
    }
  });
}

function codeText([first]: Guess['text']): string {
  return first?.type === 'inlineCode' ? brief(first.value) : '';
}
