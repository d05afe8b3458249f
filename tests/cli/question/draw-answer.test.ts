import { describe, expect, test } from 'vitest';
import { answerChoice, answerExplain, canBeGuess } from '../../../src/cli/question/answered.js';
import { drawAnswer } from '../../../src/cli/question/draw-answer.js';
import { drawQuestion } from '../../../src/cli/question/draw.js';
import { width } from '../../../src/terminal/index.js';
import { choiceOf, drawing, explainOf } from './questions.js';

const ONE = choiceOf(`What do threads share?

- [ ] Nothing
  > Tempting, because each has a stack.
- [x] The heap
  > What one writes, others read.`);

const SEVERAL = choiceOf(`What has a PID?

- [x] A process
  > It is its number.
- [x] A child
  > It is a process.
- [ ] A thread
  > It has another number.
- [ ] A function
  > It only runs.`);

function told(question: typeof ONE, chosen: readonly number[]): string {
  return drawAnswer(answerChoice(question, question.choices, chosen), new Map(), drawing(80)).join('\n');
}

describe('what is said after a choice', () => {
  test('that it is right, and why', () => {
    expect(told(ONE, [1])).toBe('Right.\n\nYou chose: The heap\n  What one writes, others read.');
  });

  test('that it is not right, why it tempts, and what is right', () => {
    expect(told(ONE, [0]).split('\n')).toEqual([
      'Not right.', '',
      'You chose: Nothing', '  Tempting, because each has a stack.', '',
      'The right answer: The heap', '  What one writes, others read.',
    ]);
  });

  test('of several: how many were found, and what was chosen, left out and chosen rightly', () => {
    const text = told(SEVERAL, [0, 2]);
    expect(text).toContain('Not right: you found 1 of the 2 that are right, and chose 1 that is not.');
    expect(text.match(/^You .*/gm)).toEqual([
      'You chose, but it is not right: A thread', 'You left out: A child', 'You chose rightly: A process',
    ]);
    expect(text).not.toContain('A function');
    expect(told(SEVERAL, [0])).toContain('Not right: you found 1 of the 2 that are right.');
    expect(told(SEVERAL, [0, 1])).toMatch(/^Right\./);
  });

  test('fits the columns, in ASCII if need be, and holds nothing that acts on a terminal', () => {
    const long = 'no\u001b[2J, it is a very long text that has to be broken into lines';
    const question = choiceOf(`Is it?\n\n- [ ] ${long}\n  > “So” it is…\n- [x] yes\n  > Yes.`);
    const beliefs = new Map([['x', 'Some \u001b[31mbelieve']]);
    const [wrong, right] = question.choices;
    const choices = wrong && right ? [{ ...wrong, misconception: 'x' }, right] : [];
    const lines = drawAnswer(answerChoice(question, choices, [0]), beliefs, drawing(24, false));
    expect(lines.filter((line) => width(line) > 24)).toEqual([]);
    expect(lines.join('')).not.toContain('\u001b');
  });
});

const WHICH = choiceOf(['It has a heap.\n', ...['Process', 'Thread', 'Both', 'Neither'].map(
  (text) => `- [${text === 'Both' ? 'x' : ' '}] ${text}\n  > So.`,
)].join('\n'));

describe('a statement about processes and threads', () => {
  test('is followed by what is asked of it, unless it is a question itself', () => {
    expect(drawQuestion(WHICH, drawing())).toEqual(['It has a heap.', '', 'Of which is this true?']);
    const text = [{ type: 'paragraph', children: [{ type: 'text', value: 'Which has one?' }] }] as const;
    expect(drawQuestion({ ...WHICH, text: [{ ...text[0], children: [...text[0].children] }] }, drawing())).toEqual(['Which has one?']);
  });

  test('has its right choice named at once', () => {
    expect(told(WHICH, [0])).toMatch(/^Not right: it is Both\.\n\nYou chose: Process\n {2}So\.\n\nThe right answer: Both/);
  });
});

test('only a right choice that is none yet can be a guess', () => {
  const right = answerChoice(ONE, ONE.choices, [1]);
  expect(canBeGuess(right)).toBe(true);
  expect(canBeGuess({ ...right, guessed: true })).toBe(false);
  expect(canBeGuess(answerChoice(ONE, ONE.choices, [0]))).toBe(false);
});

describe('what is said of a belief', () => {
  const choices = ONE.choices.map((choice) => (choice.right ? choice : { ...choice, misconception: 'a-heap-each' }));
  const beliefs = new Map([['a-heap-each', 'Each thread has a heap']]);

  test('stands below the explanation of the choice that shows it', () => {
    const lines = drawAnswer(answerChoice(ONE, choices, [0]), beliefs, drawing());
    expect(lines).toContain('  Often believed, but wrong: "Each thread has a heap"');
  });

  test('is not said of a right answer', () => {
    expect(drawAnswer(answerChoice(ONE, choices, [1]), beliefs, drawing()).join('\n')).not.toContain('believed');
  });
});

describe('what is said after an explanation', () => {
  const question = explainOf('Why?\n\n> Because of the **heap**.');

  test('shows the own words, made safe, above the model, and the grade in words', () => {
    expect(drawAnswer(answerExplain(question, ['it is\u001b[2J so'], 0.5), new Map(), drawing())).toEqual([
      'Your own grade: partly.', '', 'You wrote', '  it is so', '', 'A model answer', '  Because of the *heap*.',
    ]);
  });

  test('counts an empty answer as missed', () => {
    const answered = answerExplain(question, [], 1);
    expect(answered.right).toBe(0);
    expect(drawAnswer(answered, new Map(), drawing())[0]).toBe('Left empty, so missed.');
  });
});
