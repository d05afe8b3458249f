import { describe, expect, it } from 'vitest';
import type { ProcessSummary } from '../../src/trace/outcome.js';
import { next, sceneOf, seenFromOutside, tableSection, whatYouSaw } from '../../src/views/index.js';
import { table } from '../../src/views/table.js';
import { ascii, born, narrow, wide } from './traces.js';

const processes: ProcessSummary[] = [
  { pid: 107, parent: 100, state: 'sleeping', threads: 7, cpuSeconds: 0.394, memoryBytes: 44.4e6 },
  { pid: 4_194_304, parent: 107, state: 'waiting for a disk', threads: undefined, cpuSeconds: 12, memoryBytes: 9e6 },
];
const { lanes } = sceneOf(born);

describe('what you saw', () => {
  it('is a list, wrapped to the width', () => {
    const sentences = ['9 tasks, 3 worker processes.', 'Task 6 ended after task 7, yet the results are in order.'];
    expect(whatYouSaw(sentences, narrow)).toEqual([
      ' What you saw',
      ' · 9 tasks, 3 worker processes.',
      ' · Task 6 ended after task 7, yet the results are',
      '   in order.',
    ]);
  });
});

describe('seen from outside', () => {
  it('is a table of all that the OS said, with names from the trace', () => {
    expect(seenFromOutside(processes, lanes, wide)).toEqual([
      ' Seen from outside',
      '       pid  name        parent  state               threads  CPU s  memory',
      '       107  worker 1       100  sleeping                  7   0.39   44 MB',
      '   4194304  not traced     107  waiting for a disk        -  12.00    9 MB',
    ]);
  });

  it('has fewer columns on a narrow terminal', () => {
    expect(seenFromOutside(processes.slice(0, 1), lanes, narrow)).toEqual([
      ' Seen from outside',
      '   pid  name      state     CPU s  memory',
      '   107  worker 1  sleeping   0.39   44 MB',
    ]);
  });
});

describe('next', () => {
  const suggestions = [
    { command: 'mp-tutor demo pool --kill 2', why: 'what if a worker dies in the middle?' },
    { command: 'mp-tutor learn pool', why: 'why a pool, and when not' },
  ];

  it('has reasons beside the commands', () => {
    expect(next(suggestions, wide)).toEqual([
      ' Next',
      '   mp-tutor demo pool --kill 2   what if a worker dies in the middle?',
      '   mp-tutor learn pool           why a pool, and when not',
    ]);
  });

  it('has them below where there is no room', () => {
    expect(next(suggestions, narrow).slice(0, 3)).toEqual([
      ' Next',
      '   mp-tutor demo pool --kill 2',
      '     what if a worker dies in the middle?',
    ]);
  });
});

describe('a table', () => {
  const rows = [
    ['', 'process', 'thread'],
    ['start-up', '98 ms', '82.5 ms'],
    ['a crash takes with it', 'the process', 'the whole program'],
  ];

  it('aligns columns of numbers at the right, others at the left', () => {
    expect(table([['n', 'what'], ['9', 'a'], ['10', 'bb']], 40)).toEqual([' n  what', ' 9  a', '10  bb']);
  });

  it('wraps the widest cells where it must', () => {
    expect(table(rows, 40)).toEqual([
      '              process      thread',
      'start-up      98 ms        82.5 ms',
      'a crash       the process  the whole',
      'takes with                 program',
      'it',
    ]);
  });

  it('becomes a list where columns would be too narrow', () => {
    expect(table([['kind', 'cost', 'more'], ['a longer cell', 'the second cell', 'third']], 16)).toEqual([
      'kind: a longer',
      'cell',
      '  cost: the',
      '  second cell',
      '  more: third',
    ]);
  });

  it('fills rows that have too few cells', () => {
    expect(table([['a', 'b'], ['only']], 20)).toEqual(['a     b', 'only']);
  });

  it('stands under its title', () => {
    expect(tableSection('Costs', [['n'], ['1']], ascii)).toEqual([' Costs', '   n', '   1']);
  });
});

it('a table breaks a word only where its columns would not fit otherwise', () => {
  const rows = [['sharing', 'process', 'thread'], ['a SharedArrayBuffer', 'is copied when it is sent', 'is shared']];
  expect(table(rows, 40).map((line) => line.split(' ')[0])).toEqual(['sharing', 'a', 'SharedArrayBuffer', '']);
  expect(table(rows, 30).join('\n')).not.toContain('SharedArrayBuffer');
});
