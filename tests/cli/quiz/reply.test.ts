import { describe, expect, test } from 'vitest';
import { acceptedReply, complaintOf, isReply, parseCommand, parseReply } from '../../../src/cli/quiz/reply.js';

describe('an answer that is typed', () => {
  test.each([
    { line: '2', chosen: [1], isGuess: false },
    { line: ' 4 ', chosen: [3], isGuess: false },
    { line: '2g', chosen: [1], isGuess: true },
    { line: '2 G', chosen: [1], isGuess: true },
  ])('$line is one choice of four', ({ line, chosen, isGuess }) => {
    expect(parseReply(line, 4, false)).toEqual({ chosen, isGuess });
  });

  test.each([
    { line: '1 3', chosen: [0, 2] },
    { line: '3,1', chosen: [2, 0] },
    { line: '1, 3', chosen: [0, 2] },
    { line: '1 1 1', chosen: [0] },
    { line: '2', chosen: [1] },
  ])('$line is several of four', ({ line, chosen }) => {
    expect(parseReply(line, 4, true)).toEqual({ chosen, isGuess: false });
  });

  test('several numbers may be a guess together', () => {
    expect(parseReply('1 3 g', 4, true)).toEqual({ chosen: [0, 2], isGuess: true });
  });

  const others = ['', ' ', '0', '5', '12', 'two', '1;2', '-1', '1.5', 'g2', '2gg', '1 5', '²'];
  test.each(others)('%j is no answer', (line) => {
    expect(parseReply(line, 4, true)).toBeUndefined();
  });

  test('only one choice may be made of a question with one', () => {
    expect(parseReply('1 2', 4, false)).toBeUndefined();
  });
});

describe('commands', () => {
  test.each([['g', 'guess'], [' S ', 'show'], ['l', 'lesson'], ['?', 'help'], ['h', 'help'], ['Q', 'quit']])('%j is %s', (line, command) => {
    expect(parseCommand(line)).toBe(command);
  });

  test.each(['', 'guess', 'x', '2g'])('%j is none', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });
});

test('what is accepted names the highest number', () => {
  expect(acceptedReply(4, false)).toBe('Type a number from 1 to 4, or ? help, q leave.');
  expect(acceptedReply(2, false)).toMatch(/^Type 1 or 2,/);
  expect(acceptedReply(3, true)).toContain('(1 to 3)');
});

test.each([
  { line: '', isMany: false, says: 'Nothing was typed.' },
  { line: '9', isMany: false, says: 'There is no choice "9".' },
  { line: '1 0', isMany: true, says: 'There is no choice "0".' },
  { line: '1 2 3', isMany: false, says: 'Only one is right here: type one number.' },
  { line: ' x\u001b[2J ', isMany: false, says: '"x" is no answer.' },
])('what is wrong with $line is said', ({ line, isMany, says }) => {
  expect(complaintOf(line, 4, isMany)).toBe(says);
});

test('a number is meant as an answer, even if there is no such choice', () => {
  expect(['9', '2g', '1 3'].map(isReply)).toEqual([true, true, true]);
  expect(['', 'x', 'g'].map(isReply)).toEqual([false, false, false]);
});
