import type { InlineCode } from 'mdast';
import { isTaskList, readChoices } from './choices.js';
import { brief } from './controls.js';
import { overlap, parseExpected } from './expected.js';
import { isFactOf } from './facts.js';
import type { Spot } from './findings.js';
import { didYouMean } from './ids.js';
import type { Blocks, Call, Choice, Guess, Prediction } from './lesson.js';
import { plainText, spotOf } from './markdown.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';

const CHOICE_FORM = 'begin it with its value in code: `9`, `1..3`, `20..`, `true` or a text';

/**
 * The section `Predict`; undefined when it cannot be used, as the findings then say.
 * @param call - what the lesson runs, if that could be read
 */
export function readPrediction(section: Named, call: Call | undefined, reading: Reading): Prediction | undefined {
  const { blocks, spot } = section;
  const { findings } = reading;
  const index = blocks.findIndex(isTaskList);
  const list = blocks[index];
  if (list === undefined || !isTaskList(list)) {
    findings.broken(spot, 'the prediction has no choices', 'write a list below its question: "- [ ] `9`: words"');
    return undefined;
  }
  const text = blocks.slice(0, index);
  const stray = blocks[index + 1];
  if (stray) {
    findings.flawed(spotOf(stray), 'this stands below the choices and is not shown', 'move it above them');
  }
  const fact = readFact(text, spotOf(list), reading);
  const choices = readChoices(list, reading);
  const guesses = choices?.flatMap((choice) => readGuess(choice, reading) ?? []);
  if (guesses && guesses.length === choices?.length) {
    checkGuesses(guesses, spotOf(list), reading);
  }
  if (fact && call && !isFactOf(call, fact.value, reading)) {
    complainOfFact(fact, call, reading);
  }
  return fact && guesses && { text, fact: fact.value, choices: guesses };
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

function checkGuesses(guesses: readonly Guess[], list: Spot, { findings }: Reading): void {
  const usual = guesses.filter(({ right }) => right);
  if (usual.length !== 1) {
    const marked = usual.length === 0 ? 'no choice is' : `${usual.length} choices are`;
    findings.broken(usual[1]?.place ?? list, `${marked} marked as what is usual`, 'mark one with `[x]`');
  }
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

function complainOfFact(fact: InlineCode, call: Call, { known, findings }: Reading): void {
  const of = call.kind === 'demo' ? `the demo ${brief(call.demo)}` : `the program ${brief(call.text)}`;
  const names = known.facts(call.kind === 'demo' ? call.demo : undefined);
  const mend = didYouMean(fact.value, names, 'docs/architecture.md lists the facts; a program adds its own by `mark`');
  findings.broken(spotOf(fact), `${of} has no fact \`${brief(fact.value)}\``, mend);
}
