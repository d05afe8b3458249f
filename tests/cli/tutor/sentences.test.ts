import { describe, expect, test } from 'vitest';
import { whatWasSeen } from '../../../src/cli/tutor/sentences.js';
import type { Call } from '../../../src/course/index.js';
import type { Outcome } from '../../../src/trace/outcome.js';

const place = { file: 'a.md', line: 1, column: 1 };
const program: Call = { kind: 'program', runtime: 'node', file: '/a.mjs', text: 'node a.mjs', args: [], place };
const pool: Call = { kind: 'demo', demo: 'pool', text: 'mp-tutor demo pool', args: [], place };
const outcome: Outcome = { ending: 'exited', code: 0, signal: undefined, hung: false, elapsedMs: 1234, tornLines: 0, processes: [], waits: [] };
const facts = { processes: 3 };

describe('how a program ended is said in words', () => {
  test.each([
    { name: 'well', ended: {}, says: 'It ended well after 1.2 s.' },
    { name: 'with an exit code', ended: { code: 3 }, says: 'It failed: it ended after 1.2 s with exit code 3.' },
    { name: 'by a signal', ended: { code: undefined, signal: 'SIGKILL' }, says: 'SIGKILL ended it after 1.2 s.' },
    { name: 'by the learner', ended: { ending: 'stopped by us' }, says: 'You ended it after 1.2 s.' },
    { name: 'not, since it hung', ended: { ending: 'limit', hung: true }, says: /^It hung: after 1\.2 s/ },
    { name: 'not, though it was at work', ended: { ending: 'limit' }, says: /^It did not end within 1\.2 s, and was still using a CPU/ },
  ] as const)('$name', ({ ended, says }) => {
    expect(whatWasSeen(program, facts, { ...outcome, ...ended })).toEqual(['3 processes were seen.', expect.stringMatching(says)]);
  });
});

test('what a demo has to say is said by the demo, unless it did not end well', () => {
  const seen = { ...facts, workerPids: 3, workers: 3, tasks: 9, tasksByPid: { 7: [1, 2] }, completionOrder: [1, 2] };
  expect(whatWasSeen(pool, seen, outcome)[0]).toMatch(/^9 tasks, done by 3 worker processes/);
  expect(whatWasSeen(pool, facts, { ...outcome, code: 1 })).toEqual(['3 processes were seen.', expect.stringMatching(/exit code 1/)]);
});
