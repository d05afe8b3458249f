import { describe, expect, test } from 'vitest';
import { type RanOwn, sentencesOn } from '../../../../src/cli/demo/own/sentences.js';
import { ended, instant, processName, program } from '../runs.js';

const says = (over: Partial<RanOwn>): string => sentencesOn({ program: program(), events: [], outcome: ended, hasLeft: false, ...over }).join('\n');

describe('how a program ended', () => {
  test.each([
    { outcome: ended, words: /^It ended by itself after 1\.2 s, with exit code 0\./ },
    { outcome: { ...ended, code: 3 }, words: /^It failed: it ended after 1\.2 s with exit code 3\./ },
    { outcome: { ...ended, code: undefined, signal: 'SIGSEGV' as const }, words: /^SIGSEGV ended it/ },
    { outcome: { ...ended, ending: 'limit' as const, hung: true }, words: /^It hung: [^]*lost with them/ },
    { outcome: { ...ended, ending: 'limit' as const }, words: /^It was not finished: after 1\.2 s it was still at work/ },
  ])('$words', ({ outcome, words }) => {
    expect(says({ outcome })).toMatch(words);
  });

  test('of a traceback the last line is told', () => {
    const events = ['Traceback (most recent call last):', "NameError: name 'x' is not defined", ''].map((text) => instant(7, 'output', 'stderr', { text }));
    expect(says({ events, outcome: { ...ended, code: 1 } })).toContain(`Its standard error says: "NameError: name 'x' is not defined".`);
  });

  test.each([
    { lines: ['TypeError: no such thing', '    at file:///x.js:1:7', '', 'Node.js v20.20.2'], told: 'TypeError: no such thing' },
    { lines: ['RuntimeError: ', '    An attempt has been made', '    section in https://docs.python.org/3'], told: 'RuntimeError: An attempt has been made' },
    { lines: ['it is broken'], told: 'it is broken' },
  ])('of what else stands there the error is told: $told', ({ lines, told }) => {
    const events = lines.map((text) => instant(7, 'output', 'stderr', { text }));
    expect(says({ events, outcome: { ...ended, code: 1 } })).toContain(`Its standard error says: "${told}".`);
  });

  test('a program that only sleeps has not hung', () => {
    const waits = [{ pid: 7, parent: 1, command: 'python3', still: true, threads: [{ tid: 7, timed: true, wait: { kind: 'timer' } }] }] as const;
    expect(says({ outcome: { ...ended, ending: 'limit', hung: true, waits } })).toMatch(/^It slept: after 1\.2 s .* So it was ended\./);
  });

  test('the viewer ended it', () => {
    expect(says({ hasLeft: true, outcome: { ...ended, ending: 'stopped by us' } })).toMatch(/^You ended it after 1\.2 s\./);
  });
});

describe('its processes', () => {
  const main = processName(7, 'main');

  test('one that failed is told with its error, although the program ended with 0', () => {
    const failed = { ph: 'e', id: '1', pid: 8, tid: 8, ts: 0, cat: 'process', name: 'run', args: { error: 'ValueError: bad' } } as const;
    const events = [main, processName(8, 'consumer'), failed, instant(7, 'process', 'exit', { child: 8, code: 1, signal: null })];
    expect(says({ events })).toMatch(/with exit code 0\.[^]*consumer \(8\) failed with exit code 1: ValueError: bad\./);
  });

  test('one that failed before its function ran is told with the last line of its traceback', () => {
    const events = [main, instant(7, 'output', 'stderr', { text: 'FileNotFoundError: no such semaphore' }), instant(7, 'process', 'exit', { child: 8, code: 1, signal: null })];
    expect(says({ events })).toContain('a process (8) failed with exit code 1. Its standard error says: "FileNotFoundError: no such semaphore".');
  });

  test('those that a signal ended are told together; those that ended well are not told', () => {
    const events = [main, ...[8, 9].map((child) => instant(7, 'process', 'exit', { child, code: null, signal: 'SIGTERM' })), instant(7, 'process', 'exit', { child: 10, code: 0, signal: null })];
    expect(says({ events })).toMatch(/a process \(8\) and a process \(9\) were ended by SIGTERM\./);
    expect(says({ events })).not.toContain('10');
  });
});
