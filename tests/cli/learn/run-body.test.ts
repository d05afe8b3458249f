import { describe, expect, test } from 'vitest';
import { notRunBody, runBody } from '../../../src/cli/learn/run-body.js';
import type { Ran } from '../../../src/cli/tutor/ran.js';
import type { Prediction, Run } from '../../../src/course/index.js';
import { width } from '../../../src/terminal/index.js';
import type { Facts } from '../../../src/trace/facts.js';
import type { TraceEvent } from '../../../src/trace/event.js';
import { lessonOf } from '../lessons.js';

const lesson = lessonOf();
const prediction = lesson.prediction as Prediction;
const { call } = lesson.run as Run;
const beliefs = new Map([['loop', 'A pool is a loop']]);
const ran: Ran = {
  call, facts: { workerPids: 3 }, sentences: ['Three did it.'], hasLeft: false, ending: 'exited', events: [], processes: [], waits: [],
};

function drawn(ran: Ran, guess: number | undefined, columns = 78): string {
  const capabilities = { terminal: true, colour: 0, unicode: true, columns, rows: 24, animated: true } as const;
  return runBody(ran, predicted(guess), drawingIn(columns), capabilities).join('\n');
}

function drawingIn(columns: number) {
  return { style: { columns, colour: 0, unicode: true }, lang: 'both', first: 'python' } as const;
}

/** The first choice, which is wrong, is a belief that many hold. */
function predicted(guess: number | undefined, again: readonly Facts[] = [], noteOfAgain?: string) {
  const choices = prediction.choices.map((choice, index) => (index === 0 ? { ...choice, misconception: 'loop' } : choice));
  return { prediction: { ...prediction, choices }, guess: choices[guess ?? -1], again, noteOfAgain, beliefs };
}

describe('after more runs', () => {
  const capabilities = { terminal: true, colour: 0, unicode: true, columns: 60, rows: 24, animated: true } as const;
  const again = [{ workerPids: 2 }, { workerPids: 9 }, { workerPids: 15 }, {}];

  test('each choice has a bar for how often it fitted, the learner is marked, and nothing is left out', () => {
    const lines = runBody(ran, predicted(1, again), drawingIn(60), capabilities);
    const from = lines.indexOf('Ran it 5 times:');
    expect(lines.slice(from, from + 7)).toEqual([
      'Ran it 5 times:',
      '  `9`: one for each task         ▮ 1',
      '  `1 to 3`: at most the workers  ▮▮ 2  ◂ you said',
      '  `20 or more`: very many        0',
      '  none of these                  ▮ 1',
      '  not told                       ▮ 1',
      '',
    ]);
  });

  test('it is said why there are no more of them', () => {
    const note = 'Only 3 of 5 runs were done: more would take longer than 10 seconds.';
    const lines = runBody(ran, predicted(1, again.slice(0, 2), note), drawingIn(78), { ...capabilities, columns: 78 });
    const at = lines.indexOf(note);
    expect(at).toBeGreaterThan(lines.indexOf('Ran it 3 times:'));
    expect(runBody(ran, predicted(1, [], 'Only 1 of 5 runs was done.'), drawingIn(78), capabilities)).toContain('Only 1 of 5 runs was done.');
  });

  test('it fits narrow terminals', () => {
    const lines = runBody(ran, predicted(1, again), drawingIn(48), { ...capabilities, columns: 48 });
    expect(lines.filter((line) => width(line) > 48)).toEqual([]);
  });
});

describe('after a run stands', () => {
  test('what was said, what happened, whether that is so, why, and what was seen', () => {
    expect(drawn(ran, 1)).toBe(
      [
        'You said      `1 to 3`: at most the workers',
        'In this run   3',
        '',
        'Right.',
        '',
        'A quick worker takes several.',
        '',
        'What you saw',
        '· Three did it.',
      ].join('\n'),
    );
  });

  test('what happened instead, with its explanation, and each only once', () => {
    expect(drawn(ran, 0)).toContain(
      [
        'You said      `9`: one for each task',
        'In this run   3, so `1 to 3`: at most the workers',
        '',
        'Not right.',
        '',
        'That is a process in a loop.',
        'Often believed, but wrong: "A pool is a loop"',
        '',
        'What happened:',
        'A quick worker takes several.',
      ].join('\n'),
    );
  });

  test('what happened, explained without a heading, if nothing was predicted', () => {
    expect(drawn(ran, undefined)).toMatch(/^In this run {3}3, so `1 to 3`: at most the workers\n\nYou made no guess\.\n\nA quick worker/);
  });

  test('what is usual, if this run was otherwise', () => {
    expect(drawn({ ...ran, facts: { workerPids: 9 } }, 0)).toMatch(/Right for this run[^]*Usually: `1 to 3`: at most the workers/);
  });

  test('no comparison, if the learner left before the end', () => {
    const text = drawn({ ...ran, hasLeft: true }, 1);
    expect(text).toMatch(/You left the run before its end.*r runs it\s+again/);
    expect(text).not.toContain('In this run');
  });

  test('who waited for whom, before what follows from it', () => {
    const waits = [{ pid: 7, parent: 1, command: 'node a.mjs', still: true, threads: [] }];
    expect(drawn({ ...ran, ending: 'limit', waits }, 1)).toMatch(/In this run[^]*\n\nWho waited for whom\n {2}7 [^]*\n\nRight\.[^]*\n\nWhat you saw/);
  });

  test('only why, if it could not be started', () => {
    expect(drawn({ ...ran, facts: {}, ending: 'not started', sentences: ['There is no python3.'] }, 1)).toBe('What you saw\n· There is no python3.');
  });

  test('nothing of a value that a terminal could obey', () => {
    const text = drawn({ ...ran, facts: { workerPids: 'a\u001b[2Jb\u202e' } }, 1);
    expect(text).toContain('In this run   workerPids = ab');
    expect(text).toContain('None of the choices fits');
  });

  test.each([20, 48])('no line wider than %i columns', (columns) => {
    const long = { ...ran, facts: { workerPids: 'very long words that say much '.repeat(5) } };
    expect(Math.max(...drawn(long, 0, columns).split('\n').map(width))).toBeLessThanOrEqual(columns);
  });
});

test('of what was not run stands what is usual, beside what was said', () => {
  expect(notRunBody('node a.mjs\u001b[2J', predicted(0), drawingIn(78)).join('\n')).toBe(
    [
      'It was not run: node a.mjs',
      '',
      'You said      `9`: one for each task',
      'Usually       `1 to 3`: at most the workers',
      '',
      'A quick worker takes several.',
    ].join('\n'),
  );
  const without = { prediction: undefined, guess: undefined, again: [], noteOfAgain: undefined, beliefs };
  expect(notRunBody('node a.mjs', without, drawingIn(78))).toEqual(['It was not run: node a.mjs']);
});

test('of a program also what it printed', () => {
  const event: TraceEvent = { ph: 'i', cat: 'output', name: 'stdout', pid: 1, tid: 1, ts: 0, args: { text: 'hello\u001b[2J' } };
  const program = { ...call, kind: 'program', runtime: 'node', file: '/course/a.mjs' } as const;
  expect(drawn({ ...ran, call: program, events: [event] }, 1)).toContain('The program printed\n  hello');
});
