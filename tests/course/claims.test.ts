import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import {
  type Claim, claimOf, claimsOf, compiledCourse, type Course, coverage, type Lesson, reviveCourse,
} from '../../src/course/index.js';
import { parseLesson, readCourse } from '../../src/course/read.js';
import { changed, CLAIMS, folderWith, known, LESSON, memoryFiles, PROGRAMS } from './support.js';

const files = memoryFiles(Object.fromEntries(Object.entries(PROGRAMS).map(([name, text]) => [`/course/${name}`, text])));

function parse(text: string): Lesson {
  const { lesson, problems } = parseLesson(text, '/course/pool.md', known, files);
  expect(problems).toEqual([]);
  if (lesson === undefined) {
    throw new Error('there is no lesson');
  }
  return lesson;
}

/** The claim of a proof in a section. */
function prove(proof: string): Claim {
  const [claim] = parse(changed('More.', `More.\n\n### Claim: so it is\n\n\`\`\`yaml proof\n${proof}\n\`\`\``)).claims;
  if (claim === undefined) {
    throw new Error('there is no claim');
  }
  return claim;
}

/** `command, start method, standard output` of each run. */
function runsOf(claim: Claim, part: 'runs' | 'contrasts' = 'runs'): string[] {
  return claim.proof[part].map(({ call, startMethod, stdout }) => [call.text, startMethod, stdout].filter((each) => each !== undefined).join(', '));
}

describe('the claims of a lesson', () => {
  const lesson = parse(CLAIMS);

  test('are all in their order, with ids that no other has', () => {
    expect(lesson.claims.map(({ id, text, place }) => [id, text, place.line])).toEqual([
      ['pool#claim-at-most-three-do-the-work', 'at most three do the work', 37],
      ['pool#claim-a-dead-child-is-missed', 'a dead child is missed', 50],
      ['pool#pool-count', 'nine are done', 70],
    ]);
    expect(lesson.claims.every((claim) => claim.lesson === 'pool' && claim.place.file === '/course/pool.md')).toBe(true);
  });

  test('are known to the parts in which they stand, where their headings and texts are read, but not their fences', () => {
    expect(lesson.answerClaims).toEqual(['pool#claim-at-most-three-do-the-work']);
    expect(lesson.more.map(({ claims }) => claims)).toEqual([['pool#claim-a-dead-child-is-missed']]);
    expect(lesson.answer.map(({ type }) => type)).toEqual(['paragraph', 'blockquote', 'heading', 'paragraph']);
    expect(toString(lesson.answer[2])).toBe('Claim: at most three do the work');
    expect(lesson.more[0]?.blocks.map((block) => toString(block))).toEqual([
      'More.', 'Claim: a dead child is missed', 'Not a claim', 'Text.',
    ]);
  });

  test('show its questions: their own, and those that they link to', () => {
    expect(lesson.questions.map(({ id, claims, definition }) => [id, claims, definition])).toEqual([
      ['pool-count', ['pool#pool-count'], false],
      ['pool-why', ['pool#claim-a-dead-child-is-missed'], false],
    ]);
    const [asked, explained] = lesson.questions;
    expect(asked?.text.map((block) => toString(block))).toEqual(['How many?']);
    expect(explained && 'model' in explained && toString(explained.model)).toBe('Because.');
  });

  test('say all that is needed to prove them', () => {
    const call = { kind: 'demo', demo: 'pool', place: { file: '/course/pool.md', line: 38, column: 6 } };
    expect(lesson.claims[0]?.proof).toEqual({
      asserts: { kind: 'always', expression: 'workerPids <= 3' },
      runs: [{
        call: { ...call, args: ['--workers', '3'], text: 'mp-tutor demo pool --workers 3' },
        startMethod: undefined, stdout: 'pipe', limitMs: 10_000,
      }],
      contrasts: [{
        call: {
          ...call, args: ['--workers', '9'], text: 'mp-tutor demo pool --workers 9',
          place: { file: '/course/pool.md', line: 40, column: 11 },
        },
        startMethod: undefined, stdout: 'pipe', limitMs: 10_000,
      }],
      times: 5,
      because: 'https://example.org/pool',
      needs: { cores: undefined, platforms: undefined, python: undefined, gil: undefined },
      shows: undefined,
    });
  });
});

const CONTRAST = 'contrast: demo threads';

describe('a proof', () => {
  test('may write its sentences on several lines', () => {
    const text = changed('claim: nine are done', 'claim: >\n  nine\n  are done\nbecause: |\n  so\n  it is', CLAIMS);
    expect(parse(text).claims[2]).toMatchObject({ text: 'nine are done', proof: { because: 'so it is' } });
  });

  test.each([
    ['always: hung\nbecause: so', { kind: 'always', expression: 'hung' }, 5],
    ['never: hung', { kind: 'never', expression: 'hung' }, 5],
    ['sometimes: hung', { kind: 'sometimes', expression: 'hung' }, 20],
    ['hung: true', { kind: 'hung', hangs: true }, 1],
    ['hung: false\ntimes: 3', { kind: 'hung', hangs: false }, 3],
    [`never: '!hung && "a: b" in deaths'`, { kind: 'never', expression: '!hung && "a: b" in deaths' }, 5],
    ['never: >\n  hung\n  || size(deaths) > 0\n', { kind: 'never', expression: 'hung || size(deaths) > 0' }, 5],
  ])('asserts one thing: %j', (assertion, asserts, times) => {
    expect(prove(`run: demo pool\n${CONTRAST}\n${assertion}`).proof).toMatchObject({ asserts, times });
  });

  test('may compare a fact with that of another run', () => {
    const { proof } = prove(`run: demo pool\n${CONTRAST}\nratio: ratio < 0.8\ncompare: printed\nto: demo pool --workers 1`);
    expect(proof).toMatchObject({
      times: 3,
      asserts: { kind: 'ratio', expression: 'ratio < 0.8', fact: 'printed', to: { call: { args: ['--workers', '1'] }, stdout: 'pipe' } },
    });
  });

  test('has several runs if it needs them, `mp-tutor` left out or not', () => {
    const claim = prove('run: [demo pool, mp-tutor demo threads, node programs/wait.mjs]\ncontrast: [demo pool -w 1, demo pool -w 2]\nnever: hung');
    expect(runsOf(claim)).toEqual(['mp-tutor demo pool, pipe', 'mp-tutor demo threads, pipe', 'node programs/wait.mjs, pipe']);
    expect(runsOf(claim, 'contrasts')).toEqual(['mp-tutor demo pool -w 1, pipe', 'mp-tutor demo pool -w 2, pipe']);
  });

  test('does its Python runs with each start method that it names', () => {
    const claim = prove(
      'run: [python3 programs/wait.py, demo pool --runtime python, demo pool --runtime=python --start-method fork, demo pool]\n'
      + 'contrast: python3 programs/wait.py --no\nnever: hung\nstart-method: [spawn, forkserver]',
    );
    expect(runsOf(claim)).toEqual([
      'python3 programs/wait.py, spawn, pipe', 'python3 programs/wait.py, forkserver, pipe',
      'mp-tutor demo pool --runtime python, spawn, pipe', 'mp-tutor demo pool --runtime python, forkserver, pipe',
      'mp-tutor demo pool --runtime=python --start-method fork, fork, pipe',
      'mp-tutor demo pool, pipe',
    ]);
    expect(runsOf(claim, 'contrasts')).toEqual(['python3 programs/wait.py --no, spawn, pipe', 'python3 programs/wait.py --no, forkserver, pipe']);
  });

  test('lets a run say how it is done', () => {
    const claim = prove(
      'run:\n  - run: python3 programs/wait.py\n    start-method: fork\n    stdout: pipe\n  - demo pool\n'
      + 'contrast: {run: demo threads, stdout: pipe}\nstart-method: spawn\nstdout: terminal\nlimit: 2.5\nnever: hung',
    );
    expect(runsOf(claim)).toEqual(['python3 programs/wait.py, fork, pipe', 'mp-tutor demo pool, terminal']);
    expect(runsOf(claim, 'contrasts')).toEqual(['mp-tutor demo threads, pipe']);
    expect(claim.proof.runs.map(({ limitMs }) => limitMs)).toEqual([2500, 2500]);
  });

  test.each([
    ['{start-method: spawn}', ['python3 programs/wait.py, spawn, pipe']],
    ['{start-method: [spawn, forkserver]}', ['python3 programs/wait.py, spawn, pipe', 'python3 programs/wait.py, forkserver, pipe']],
    ['{stdout: terminal}', ['python3 programs/wait.py, fork, terminal', 'mp-tutor demo pool, terminal']],
    ['{start-method: spawn, stdout: terminal}', ['python3 programs/wait.py, spawn, terminal']],
    ['[{start-method: spawn}, demo threads]', ['python3 programs/wait.py, spawn, pipe', 'mp-tutor demo threads, pipe']],
  ])('may contrast its runs with themselves, done otherwise: %s', (contrast, runs) => {
    const claim = prove(`run: [python3 programs/wait.py, demo pool]\nstart-method: fork\ncontrast: ${contrast}\nnever: hung`);
    expect(runsOf(claim, 'contrasts')).toEqual(runs);
  });

  test('says what the machine must have', () => {
    const rest = `run: demo pool\n${CONTRAST}\nnever: hung`;
    expect(prove(`${rest}\nneeds: {cores: 2, platform: linux, python: ">=3.12", gil: false}\nshows: deaths`).proof)
      .toMatchObject({ needs: { cores: 2, platforms: ['linux'], python: '>=3.12', gil: false }, shows: 'deaths' });
    expect(prove(`${rest}\nneeds:\n  platform: [linux, darwin]\n  python: '>=3.8, <3.14'`).proof.needs)
      .toEqual({ cores: undefined, platforms: ['linux', 'darwin'], python: '>=3.8, <3.14', gil: undefined });
  });

  test.each([
    ['startMethod == "fork" && stdout == "pipe"', 'python3 programs/wait.py'],
    ['printed.total == 2 && has(printed.total)', 'python3 programs/wait.py'],
    ['done > 8 && size(printed) == 1', 'node programs/wait.mjs'],
    ['measured.one > 1 && measured.all(part, measured[part] > 1)', 'demo pool'],
    ['deaths.exists(death, death.pid == 1)', 'demo pool'],
  ])('asks for facts of its runs: %s', (expression, run) => {
    expect(prove(`run: ${run}\ncontrast: ${run} --other\nnever: '${expression}'`).proof.asserts).toMatchObject({ expression });
  });
});

describe('the claims of a course', () => {
  const OTHER = changed('id: pool', 'id: other').replace('pool-count', 'other-count').replace('pool-why', 'other-why');
  const read = (others: Readonly<Record<string, string>>): Promise<Course> => readCourse(folderWith({
    ...PROGRAMS, 'process.md': '---\nid: process\n---\n# Why?\n## Answer\nSo.\n> [!TIP]\n> So.\n', 'pool.md': CLAIMS, ...others,
  }), known);

  test('are found by their ids', async () => {
    const course = await read({});
    expect(claimsOf(course).map(({ id }) => id)).toEqual([
      'pool#claim-at-most-three-do-the-work', 'pool#claim-a-dead-child-is-missed', 'pool#pool-count',
    ]);
    expect(claimOf(course, 'pool#pool-count')?.text).toBe('nine are done');
    expect(claimOf(course, 'pool#gone')).toBeUndefined();
  });

  test('show questions of other lessons too, by several links if they need them', async () => {
    const links = '[Proof](pool.md#claim-a-dead-child-is-missed) [Proof](./pool.md#claim-at-most-three-do-the-work)';
    const course = await read({ 'other.md': changed('> Because.', `> Because. ${links}`, OTHER) });
    expect(course.problems).toEqual([]);
    const question = course.lessons.flatMap(({ questions }) => questions).find(({ id }) => id === 'other-why');
    expect(question?.claims).toEqual(['pool#claim-a-dead-child-is-missed', 'pool#claim-at-most-three-do-the-work']);
    expect(question && 'model' in question && toString(question.model)).toBe('Because.');
  });

  test('that cannot be proved show nothing, and nor do those of a lesson that cannot be shown', async () => {
    const other = changed('> Because.', '> Because. [Proof](pool.md#claim-a-dead-child-is-missed)', OTHER);
    const claimsOfOther = async (pool: string): Promise<readonly string[] | undefined> => {
      const { lessons } = await read({ 'other.md': other, 'pool.md': pool });
      return lessons.flatMap(({ questions }) => questions).find(({ id }) => id === 'other-why')?.claims;
    };
    expect(await claimsOfOther(CLAIMS)).toEqual(['pool#claim-a-dead-child-is-missed']);
    expect(await claimsOfOther(changed('hung: true', 'hung: perhaps', CLAIMS))).toEqual([]);
    expect(await claimsOfOther(CLAIMS.replace('[!TIP]', 'Tip'))).toEqual([]);
  });

  test('are the same when it has been compiled, wherever its folder is by then', async () => {
    const course = await read({});
    const revived = reviveCourse(compiledCourse(course, 'digest'), '/else/where', 'digest');
    expect(JSON.stringify(revived?.lessons.map(({ claims }) => claims)))
      .toBe(JSON.stringify(course.lessons.map(({ claims }) => claims)).replaceAll(course.folder, '/else/where'));
    expect(claimOf(revived ?? course, 'pool#pool-count')?.proof.runs[0]?.call).toMatchObject({ file: '/else/where/programs/wait.mjs' });
    expect(revived?.lessons.flatMap(({ questions }) => questions).map(({ claims, definition }) => [claims, definition]))
      .toEqual(course.lessons.flatMap(({ questions }) => questions).map(({ claims, definition }) => [claims, definition]));
  });

  test('are counted by the questions that they show', async () => {
    const defined = changed('How many?\n\n- [ ] Nine', 'How many? [Definition](#definition)\n\n- [ ] Nine', OTHER);
    const course = await read({ 'other.md': defined });
    expect(course.problems).toEqual([]);
    const { proved, definitions, bare } = coverage(course);
    expect([proved, definitions, bare].map((questions) => questions.map(({ id }) => id)))
      .toEqual([['pool-count', 'pool-why'], ['other-count'], ['other-why']]);
    expect(bare[0]?.place.line).toBe(LESSON.split('\n').indexOf('### pool-why') + 1);
  });
});
