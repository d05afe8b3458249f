import { describe, expect, test } from 'vitest';
import { namedFacts } from '../../../src/cli/demo/facts.js';

describe('what a Python program printed, under the names of facts', () => {
  test('words are divided by _, in groups and in names; a name in capitals is kept', () => {
    const printed = { parent_counter: 0, thread_start_ms: 0.1, thread_takes_SIGKILL: 'the whole program', other: 1 };
    expect(namedFacts(['parentCounter', 'thread.startMs', 'thread.takes.SIGKILL'], printed)).toEqual({
      parentCounter: 0,
      thread: { startMs: 0.1, takes: { SIGKILL: 'the whole program' } },
    });
  });

  test('what was not printed is null: an expression over it is false, and not untold', () => {
    expect(namedFacts(['mapError', 'thread.startMs'], {})).toEqual({ mapError: null, thread: { startMs: null } });
  });
});
