import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { type Lesson, type Question } from '../../src/course/index.js';
import { parseLesson } from '../../src/course/read.js';
import { changed, known, LESSON, memoryFiles } from './support.js';

const MISCONCEPTIONS = '# Beliefs\n\n## A task is a process\n\nNo.\n';
const files = memoryFiles({ '/course/misconceptions.md': MISCONCEPTIONS });

function parse(text: string, beside = memoryFiles({})): Lesson {
  const { lesson, problems } = parseLesson(text, '/course/pool.md', known, beside);
  expect(problems).toEqual([]);
  if (lesson === undefined) {
    throw new Error('there is no lesson');
  }
  return lesson;
}

test('every part of a lesson is where it belongs', () => {
  const lesson = parse(LESSON);
  expect(lesson).toMatchObject({
    id: 'pool', topic: 'pools', after: ['process'], file: '/course/pool.md', title: 'How many processes do the work?',
  });
  expect(toString(lesson.opening)).toBe('A pool is a set of workers.');
  expect(lesson.prediction?.fact).toBe('workerPids');
  expect(lesson.prediction?.choices.map(({ expected, right, why }) => [expected, right, toString(why)])).toEqual([
    [{ kind: 'value', value: 9 }, false, 'No.'],
    [{ kind: 'range', from: 1, to: 3 }, true, 'Yes.'],
  ]);
  expect(toString(lesson.answer)).toContain('They share the tasks.');
  expect(toString(lesson.inAnExam)).toBe('A pool is a fixed set of workers.');
  expect(lesson.more.map(({ title, blocks }) => [title, toString(blocks)])).toEqual([['How it works', 'More.']]);
  expect(toString(lesson.yourTurn)).toBe('Try it.');
  expect(lesson.questions).toMatchObject([
    { id: 'pool-count', lesson: 'pool', topic: 'pools', kind: 'one', place: { line: 43, column: 1 } },
    { id: 'pool-why', lesson: 'pool', topic: 'pools', kind: 'explain', place: { line: 52, column: 1 } },
  ]);
});

test('the topic is the id unless another is given; only the title and the answer are needed', () => {
  const lesson = parse('---\nid: pool\n---\n# Why?\n## Answer\nSo.\n> [!TIP]\n> So.\n');
  expect(lesson).toMatchObject({
    topic: 'pool', after: [], opening: [], prediction: undefined, run: undefined, mend: undefined, more: [], yourTurn: [], exercise: undefined, questions: [],
  });
});

test('the text of a run is what stands beside its command', () => {
  const lesson = parse(changed('## Run\n', '## Run\n\nLook.\n'));
  expect(toString(lesson.run?.text ?? [])).toBe('Look.');
});

test('the answer for an exam keeps its emphasis and its paragraphs', () => {
  const { inAnExam } = parse(changed('> A pool is a fixed set of workers.', '> **A pool** is.\n>\n> - fixed'));
  expect(inAnExam.map(({ type }) => type)).toEqual(['paragraph', 'list']);
  expect(toString(inAnExam)).toBe('A pool is.fixed');
});

test.each([
  ['> [!TIP]\n> So.', 'So.'],
  ['> [!TIP]  \n> So.', 'So.'],
  ['> [!tip]\n> **In an exam:** so.', 'In an exam: so.'],
  ['> [!TIP]\n>\n> So.', 'So.'],
])('the answer for an exam is without its marker: %j', (tip, text) => {
  const { inAnExam } = parse(changed('> [!TIP]\n> A pool is a fixed set of workers.', tip));
  expect(toString(inAnExam)).toBe(text);
  expect(inAnExam.map((block) => block.type === 'paragraph' && block.children[0]?.type === 'break')).toEqual([false]);
});

describe('the kind of a question', () => {
  const item = (text: string, bullet = '-'): string => {
    const box = text.startsWith('*') ? '[x]' : '[ ]';
    return `${bullet} ${box} ${text.replace('*', '')}\n   > So.\n`;
  };
  const ask = (text: string): Question | undefined => (
    parse(LESSON.replace(/### pool-count[^]*/, `### q\n\n${text}`)).questions[0]
  );
  const list = (...texts: string[]): string => `Which?\n\n${texts.map((text) => item(text)).join('')}`;

  test.each([
    ['one of some', list('A', '*B', 'C'), 'one', false],
    ['several of some', list('A', '*B', '*C'), 'several', false],
    ['true or false', list('True', '*False'), 'true-false', true],
    ['false or true', list('*False', 'True'), 'true-false', true],
    ['true, false, or else', list('*True', 'False', 'Both'), 'one', false],
    ['which', list('Process', '*Thread', 'Both', 'Neither'), 'which', true],
    ['which, but several', list('*Process', '*Thread', 'Both', 'Neither'), 'several', true],
    ['three of the four', list('Process', '*Thread', 'Both'), 'one', false],
    ['the output of code', `\`\`\`js\n1\n\`\`\`\n\n${item('*`1`')}${item('`2`')}`, 'output', false],
    ['code, but words in the choices', `\`\`\`js\n1\n\`\`\`\n\n${item('*`1` or so')}${item('`2`')}`, 'one', false],
    ['code in the choices only', list('*`1`', '`2`'), 'one', false],
    ['a list with an order', `Which?\n\n${item('*A', '1.')}${item('B', '2.')}`, 'one', true],
    ['the output, with an order', `\`\`\`js\n1\n\`\`\`\n\n${item('*`1`', '1.')}${item('`2`', '2.')}`, 'output', true],
  ])('%s', (_, text, kind, ordered) => {
    expect(ask(text)).toMatchObject({ kind, ordered });
  });

  test('a model answer instead of choices makes it one to explain; other quotes belong to the text', () => {
    const question = ask('> A quote.\n\nExplain it.\n\n> The model.\n');
    expect(question?.kind === 'explain' && [toString(question.text), toString(question.model)])
      .toEqual(['A quote.Explain it.', 'The model.']);
  });

  test('a list without boxes belongs to the text', () => {
    expect(ask(`Which?\n\n- a\n- b\n\nWell?\n\n${item('*A')}${item('B')}`)).toMatchObject({ kind: 'one' });
  });
});

test('a wrong choice is tied to the misconception that its explanation links to', () => {
  const lesson = parse(changed('Nine\n  > No.', 'Nine\n  > [No](misconceptions.md#a-task-is-a-process).'), files);
  const [question] = lesson.questions;
  expect(question?.kind === 'one' && question.choices.map(({ misconception }) => misconception))
    .toEqual(['a-task-is-a-process', undefined]);
});

describe('a lesson can be shown unless a problem breaks it', () => {
  test.each([
    ['topic: pools', 'topci: pools'],
    ['More.', '[it](gone.md)'],
    ['More.', 'a\u0007b'],
    ['Three\n  > Yes.', 'Three'],
    ['```sh run', '```sh run loudly'],
    ['## How it works', '## Your turns'],
  ])('%j → %j can be shown', (from, to) => {
    const { lesson, problems } = parseLesson(changed(from, to), '/course/pool.md', known, files);
    expect(problems.length).toBeGreaterThan(0);
    expect(lesson?.id).toBe('pool');
  });

  test.each([
    ['id: pool\n', ''],
    ['# How many', 'How many'],
    ['## Answer', '## Antwort'],
    ['demo pool', 'demo pol'],
    ['`workerPids`', '`workers`'],
    ['- [x] Three', '- [ ] Three'],
    ['### pool-why', '### pool-count'],
  ])('%j → %j cannot be shown', (from, to) => {
    const { lesson, problems } = parseLesson(changed(from, to), '/course/pool.md', known, files);
    expect(problems.some(({ breaks }) => breaks)).toBe(true);
    expect(lesson).toBeUndefined();
  });
});

describe('what a question links to is data, not a sentence', () => {
  const beside = memoryFiles({ '/course/misconceptions.md': MISCONCEPTIONS });
  const explain = (why: string): Question | undefined => (
    parse(changed('Nine\n  > No.', `Nine\n  > ${why}`), beside).questions[0]
  );
  const whyOf = (why: string): string[] => {
    const question = explain(why);
    return question && 'choices' in question ? (question.choices[0]?.why ?? []).map((block) => toString(block)) : [];
  };

  test.each([
    ['No. [A task](misconceptions.md#a-task-is-a-process)', 'No.'],
    ['No.\n  > [A task](misconceptions.md#a-task-is-a-process) [Definition](#definition)', 'No.'],
    ['No. [A task](misconceptions.md#a-task-is-a-process) [See it](#run)', 'No. See it'],
    ['No. [A task](misconceptions.md#a-task-is-a-process) It is none.', 'No. It is none.'],
    ['[A task](misconceptions.md#a-task-is-a-process) It is none.', 'It is none.'],
    ['No, as [some say](misconceptions.md#a-task-is-a-process), it is.', 'No, as some say, it is.'],
    ['See [it](misconceptions.md#a-task-is-a-process).', 'See it.'],
    ['No. [A task](misconceptions.md#a-task-is-a-process) [More](#answer)', 'No. More'],
  ])('%j reads %j', (why, reads) => {
    expect(whyOf(why)).toEqual([reads]);
    expect(explain(why)).toMatchObject({ choices: [{ misconception: 'a-task-is-a-process' }, {}] });
  });
});

test.each([
  ['How many? (`workerPids`)', 'How many?'],
  ['How many (`workerPids`)?', 'How many?'],
  ['How *many*? (`workerPids`)', 'How many?'],
  ['It works.\n\n(`workerPids`)', 'It works.'],
])('the question of a prediction is read without its fact: %j', (written, read) => {
  const { prediction } = parse(changed('How many? (`workerPids`)', written));
  expect(prediction?.text.map((block) => toString(block)).join('\n')).toBe(read);
  expect(prediction?.fact).toBe('workerPids');
});
