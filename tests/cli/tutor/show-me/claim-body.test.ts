import { describe, expect, test } from 'vitest';
import { claimBody } from '../../../../src/cli/tutor/show-me/claim-body.js';
import { drawBars } from '../../../../src/cli/tutor/show-me/draw-bars.js';
import type { Showing } from '../../../../src/cli/tutor/show-me/showing.js';
import { type Capabilities, present, width } from '../../../../src/terminal/index.js';
import { claim, CONTRAST, evidence, runOf, showing, verdict } from './claims.js';

const ALWAYS = { kind: 'always', expression: 'workerPids <= 3' } as const;
const few = claim(ALWAYS, { because: 'https://example.org/pool', shows: 'workerPids' });
const seen = [3, 2, 3].map((workerPids) => evidence(true, { workerPids }));
const failed = evidence(false, { workerPids: 9 }, 'contrast');

function can(columns: number): Capabilities {
  return { terminal: true, colour: 0, unicode: true, columns, rows: 24, animated: true };
}

function text(of: Showing, columns = 78): string {
  const lines = claimBody(of, can(columns));
  expect(lines.filter((line) => width(line) > columns)).toEqual([]);
  return lines.join('\n');
}

describe('the proof of a claim', () => {
  test('before the first run says what runs, what decides and where it must fail', () => {
    expect(text(showing(few, []))).toBe(`Few processes do the work.

Runs      node three.mjs, 5 times

Seen      nothing yet: the first run is under way

Always    the number of processes that worked is at most 3
          workerPids <= 3

Must fail node nine.mjs
          not run yet`);
  });

  test('draws what was seen so far, and at its end the verdict and the reason', () => {
    const end = verdict(few, 'holds', 'holds in 3 of 3 runs, fails in its contrast (workerPids = 9)', [...seen, failed]);
    const said = { kind: 'answer', texts: ['3'], right: true } as const;
    expect(text(showing(few, end.evidence, { end, said }))).toBe(`Few processes do the work.

Runs      node three.mjs, 5 times

Seen      workerPids, in 3 runs:
  2  ▮ 1
  3  ▮▮ 2  ◂ you said

Always    the number of processes that worked is at most 3
          workerPids <= 3

Must fail node nine.mjs
          it fails, as it must: workerPids = 9

It holds.
It holds in 3 of 3 runs, fails in its contrast (workerPids = 9).
Runs alone cannot show that it is always so. The reason:
https://example.org/pool`);
  });

  test('names the facts that decide, where they are not those of the bars', () => {
    const both = claim({ kind: 'always', expression: 'workerPids <= 3 && tasks == 9' }, { shows: 'workerPids' });
    const runs = [9, 9, 8].map((tasks) => evidence(tasks === 9, { workerPids: 3, tasks }));
    expect(text(showing(both, runs))).toContain('Facts     tasks = 9 in 2 runs, 8 in 1 run');
  });

  test('says where a learner stands whom no bar can show', () => {
    const said = { kind: 'answer', texts: ['Not\u001b[2J many'], right: true } as const;
    expect(text(showing(few, seen, { said }))).toContain('You said  Not many');
  });

  test('that is refuted withdraws the key, and says where to report it', () => {
    const end = verdict(few, 'fails', 'counterexample in run 1: workerPids = 4', [evidence(false, { workerPids: 4 })]);
    const words = text(showing(few, end.evidence, { end }));
    expect(words).toContain('A run on this machine refutes it.\nCounterexample in run 1: workerPids = 4.\n');
    expect(words.replaceAll('\n', ' ')).toContain('the answers that rest on it are not counted, right or wrong.');
    expect(words).toContain('/course/lesson.md:20');
    expect(words).not.toContain('https://');
  });

  test('that is skipped gives the reason and nothing that was not run', () => {
    const end = verdict(few, 'skipped', 'needs 2 cores; this machine has 1');
    expect(text(showing(few, [], { end }))).toBe(`Few processes do the work.

Always    the number of processes that worked is at most 3
          workerPids <= 3

Not shown on this machine.
Needs 2 cores; this machine has 1.
Runs alone cannot show that it is always so. The reason:
https://example.org/pool`);
  });

  test('whose time is over says what was not done', () => {
    const end = verdict(few, 'unfinished', 'no time was left', seen);
    expect(text(showing(few, seen, { end }))).toContain('Not done: 2 of 5 runs of node three.mjs; the contrast node nine.mjs.');
  });

  test('that was not seen is no fault of the learner', () => {
    const sometimes = claim({ kind: 'sometimes', expression: 'outputInOrder' }, { times: 20 });
    const end = verdict(sometimes, 'not seen', 'happened in each of 20 runs');
    const words = text(showing(sometimes, [evidence(true, { outputInOrder: true })], { end }));
    expect(words).toContain('Runs      node three.mjs, at most 20 times');
    expect(words).toContain('Sometimes the output came in order');
    expect(words).toMatch(/Not seen this time\.\nHappened in each of 20 runs\.\nThat is no fault of yours/);
  });

  test('of a ratio draws both medians and the ratio', () => {
    const to = runOf('node one.mjs');
    const faster = claim({ kind: 'ratio', expression: 'ratio < 0.8', fact: 'workMs', to }, { times: 3 });
    const runs = [500, 480, 520].map((workMs) => evidence(workMs, { workMs }));
    const others = [1000, 900, 1100].map((workMs) => evidence(workMs, { workMs }, 'to', to));
    const words = text(showing(faster, [...runs, ...others, evidence(990, { workMs: 990 }, 'contrast')]));
    expect(words).toMatch(/Measured {2}workMs\n {2}node three\.mjs\n {4}▮{15} 500 ms \(median of 3 runs\)\n {2}node one\.mjs\n {4}▮{30} 1000 ms/);
    expect(words).toContain('ratio 0.5');
    expect(words).toContain('Ratio     the ratio of the medians of workMs is less than 0.8');
    expect(words).toContain('990 ms (median of 1 run)');
  });

  test('of a hang says what a hang is, and who waits for whom', () => {
    const hangs = claim({ kind: 'hung', hangs: true }, { times: 1, runs: [runOf('python3 wait.py', { startMethod: 'fork', limitMs: 3000 })] });
    const words = text(showing(hangs, [evidence(true, { hung: true })], { waits: () => ['4310 waits for 4312'] }));
    expect(words).toContain('Runs      python3 wait.py (fork)');
    expect(words).toContain('it hangs  ▮ 1');
    expect(words).toContain('4310 waits for 4312');
    expect(words).toMatch(/after 3 s it is not over, and no process of it uses a CPU/);
  });

  test('says once what is the same of several contrasts', () => {
    const [fork, spawn] = [runOf('python3 a.py', { startMethod: 'fork' }), runOf('python3 a.py', { startMethod: 'spawn' })];
    const both = claim(ALWAYS, { contrasts: [fork, spawn, CONTRAST] });
    const nine = { workerPids: 9 };
    expect(text(showing(both, [evidence(false, nine, 'contrast', fork), evidence(false, nine, 'contrast', spawn)]))).toContain(
      'Must fail python3 a.py (fork)\n          python3 a.py (spawn)\n          it fails, as it must: workerPids = 9\n'
      + '          node nine.mjs\n          not run yet',
    );
  });

  test('tells when a run does not tell', () => {
    expect(text(showing(few, [evidence(undefined)]))).toContain('A run does not tell: it failed with exit code 1');
    expect(text(showing(few, [evidence(true, { workerPids: 2 }, 'contrast', CONTRAST)]))).toContain('has not failed in 1 run of 5');
  });

  test('fits 50 columns, and ASCII', () => {
    const end = verdict(few, 'holds', 'holds in 3 of 3 runs, fails in its contrast (workerPids = 9)', [...seen, failed]);
    const said = { kind: 'answer', texts: ['3'], right: true } as const;
    const lines = claimBody(showing(few, end.evidence, { end, said }), can(48));
    expect(lines.filter((line) => width(line) > 48)).toEqual([]);
    expect(present(lines, { columns: 48, unicode: false }).join('\n')).toMatch(/3 {2}## 2 {2}< you said/);
  });
});

describe('bars', () => {
  test('have a mark for each run as long as there is room, and the count in figures', () => {
    expect(drawBars([{ label: 'a', count: 3, isSaid: false }, { label: 'bc', count: 0, isSaid: true }], 40)).toEqual([
      '  a   ▮▮▮ 3', '  bc  0  ◂ you said',
    ]);
  });

  test('become shorter where there is not, and one that is not nothing has a mark', () => {
    const [many, one] = drawBars([{ label: 'a', count: 200, isSaid: true }, { label: 'b', count: 1, isSaid: false }], 40);
    expect(width(many ?? '')).toBeLessThanOrEqual(40);
    expect(one).toBe('  b  ▮ 1');
  });

  test('have names from outside that do nothing to a terminal, cut to the columns', () => {
    const [line = ''] = drawBars([{ label: `\u001b[2J${'x'.repeat(90)}`, count: 2, isSaid: true }], 40);
    expect(line).not.toContain('\u001b');
    expect(width(line)).toBeLessThanOrEqual(40);
  });
});
