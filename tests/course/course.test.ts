import { chmodSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Course, CourseError, describeProblem } from '../../src/course/index.js';
import { readCourse, readLesson } from '../../src/course/read.js';
import { changed, folderWith, known, LESSON } from './support.js';

/** A lesson with this id, and questions whose ids begin with it. */
function lesson(id: string, more = ''): string {
  return LESSON.replace(/---[^]*?---/, `---\nid: ${id}\n${more}---`).replaceAll('### pool', `### ${id}`);
}

/** The lesson, with a misconception behind its wrong choice. */
function linked(text: string): string {
  return changed('> No.\n- [x] Three', '> [No](misconceptions.md#a-task-is-a-process).\n- [x] Three', text);
}

const COURSE = {
  'course.yaml': `id: pools
title: Pools
topics: [process, pool]
paths:
  exam:
    title: For an exam
    lessons: [pool, process]
`,
  'misconceptions.md': '# Beliefs\n\n## A task is a process\n\nNo.\n',
  'README.md': 'No lesson.',
  '.draft.md': 'No lesson.',
  'notes.txt': 'No lesson.',
  '1-process.md': linked(lesson('process')),
  '2-pool.md': linked(lesson('pool', 'after: [process]\n')),
};

/** What is told of a folder with these files; with `!` behind the place of what breaks a lesson. */
async function toldOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = folderWith(files);
  const { problems } = await readCourse(folder, known);
  return problems.map((problem) => {
    const line = describeProblem(problem, folder);
    return problem.breaks ? line.replace(/:\d+:\d+/, '$&!').replace('!:', '!') : line;
  });
}

function withFile(name: keyof typeof COURSE, from: string, to: string): Record<string, string> {
  return { ...COURSE, [name]: changed(from, to, COURSE[name]) };
}

test('a course is what its files say', async () => {
  const folder = folderWith(COURSE);
  const course: Course = await readCourse(folder, known);
  expect(course.problems).toEqual([]);
  expect(course).toMatchObject({ id: 'pools', title: 'Pools', folder, topics: ['process', 'pool'] });
  expect(course.lessons.map(({ id, after, file }) => [id, after, file])).toEqual([
    ['process', [], join(folder, '1-process.md')],
    ['pool', ['process'], join(folder, '2-pool.md')],
  ]);
  expect(course.paths).toEqual([{ id: 'exam', title: 'For an exam', lessons: ['pool', 'process'] }]);
  expect([...course.misconceptions]).toEqual([['a-task-is-a-process', 'A task is a process']]);
});

test('a folder of nothing but lessons is a course, known by its real path', async () => {
  const folder = folderWith({ 'real/10-b.md': lesson('b', 'topic: x\n'), 'real/9-a.md': lesson('a') });
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  const course = await readCourse(join(folder, 'link'), known);
  expect(course.problems).toEqual([]);
  const id = realpathSync(join(folder, 'real'));
  expect(course).toMatchObject({ id, title: 'link', topics: ['a', 'x'], paths: [] });
  expect(course.lessons.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(course.misconceptions.size).toBe(0);
});

describe('between the lessons', () => {
  test.each<[what: string, files: Record<string, string>, ...problems: string[]]>([
    [
      'the same id twice', { 'a.md': lesson('pool'), 'b.md': lesson('pool').replaceAll('### pool', '### b') },
      'b.md:2:5! the id "pool" is taken at a.md:2:5; give this lesson another',
    ],
    [
      'a question with the id of another',
      { 'a.md': lesson('a'), 'b.md': lesson('b').replace('### b-why', '### a-why') },
      'b.md:50:1! the id "a-why" is taken by the question at a.md:50:1; give this one another',
    ],
    [
      'after a lesson that is not there', { 'a.md': lesson('a-lesson', 'after: [a-lessno]\n') },
      'a.md:3:9: there is no lesson "a-lessno"; did you mean `a-lesson`?',
    ],
    [
      'after itself', { 'a.md': lesson('a', 'after: [a]\n') },
      'a.md:3:9: lessons wait for each other: a after a; take one of these away from its `after`',
    ],
    [
      'in a circle',
      {
        'a.md': lesson('a', 'after: [d, c]\n'), 'b.md': lesson('b', 'after: [a]\n'),
        'c.md': lesson('c', 'after: [b]\n'), 'd.md': lesson('d'),
      },
      'a.md:3:12: lessons wait for each other: a after c after b after a; take one of these away from its `after`',
    ],
    [
      'a link to a heading of another lesson',
      { 'a.md': lesson('a').replace('More.', '[b](b.md#anser)'), 'b.md': lesson('b') },
      'a.md:33:1: the link leads nowhere: b.md has no heading #anser; did you mean `#answer`?',
    ],
    [
      'after a lesson that is broken',
      { 'a.md': lesson('a', 'after: [b]\n'), 'b.md': changed('- [x] Three', '- [ ] Three', lesson('b')) },
      'b.md:45:1! no choice of "b-count" is right; mark with `[x]` what is right, and only that',
    ],
  ])('%s', async (_, files, ...problems) => {
    expect(await toldOf(files)).toEqual(problems);
  });

  test('all problems of all lessons are told, in the order of files and lines', async () => {
    const files = {
      '10.md': lesson('ten').replace('More.', '[it](x.md)\n\n[it](y.md)'),
      '9.md': '',
      'course.yaml': 'colour: red\n',
      '1.md': lesson('one', 'after: [none]\n'),
    };
    expect((await toldOf(files)).map((line) => line.split(/[:!] /)[0]))
      .toEqual(['1.md:3:9', '9.md:1:1', '10.md:33:1', '10.md:35:1', 'course.yaml:1:1']);
  });

  test('broken lessons are left out, of the lessons and of the paths; the others are there', async () => {
    const course = await readCourse(folderWith(withFile('1-process.md', '> [!TIP]', '>')), known);
    expect(course.lessons.map(({ id }) => id)).toEqual(['pool']);
    expect(course.paths[0]?.lessons).toEqual(['pool']);
    expect(course.problems.map(({ breaks }) => breaks)).toEqual([true]);
  });

  test('of two questions with one id, that of the first lesson is there', async () => {
    const files = { 'a.md': lesson('a'), 'b.md': lesson('b').replace('### b-why', '### a-why') };
    const course = await readCourse(folderWith(files), known);
    expect(course.lessons.map(({ file }) => basename(file))).toEqual(['a.md']);
  });

  test('of two lessons with one id, the first is there', async () => {
    const files = { 'a.md': lesson('x'), 'b.md': lesson('x').replaceAll('### x', '### b') };
    const course = await readCourse(folderWith(files), known);
    expect(course.lessons.map(({ file }) => basename(file))).toEqual(['a.md']);
  });
});

describe('course.yaml', () => {
  test.each<readonly [from: string, to: string, ...problems: string[]]>([
    ['title: Pools\n', ''],
    ['title: Pools\n', 'title: 2024\n'],
    ['title: Pools\n', 'title: true\n'],
    ['title: Pools\n', 'title: [a]\n', 'course.yaml:2:8: `title` must be a text; write `title: text`'],
    ['title: Pools\n', 'title: "a\\eb"\n', 'course.yaml:2:8: `title` must be a text; write `title: text`'],
    ['title: Pools\n', 'titel: Pools\n', 'course.yaml:2:1: unknown key `titel`; did you mean `title`?'],
    [
      'id: pools', 'id: My Pools',
      'course.yaml:1:5: "My Pools" is not an id; use small letters, digits and hyphens, as in `which-to-use`',
    ],
    ['[process, pool]', 'process', 'course.yaml:3:9: `topics` must be a list; write `topics: [one, another]`'],
    [
      '[process, pool]', '[process, pool, pool]',
      'course.yaml:3:25: the topic "pool" is listed twice; delete one of them',
    ],
    [
      '[process, pool]', '[pool]',
      '1-process.md:2:5: course.yaml does not list the topic "process"; add it there, or take one of those',
    ],
    [
      '[process, pool]', '[proces, pool]',
      '1-process.md:2:5: course.yaml does not list the topic "process"; did you mean `proces`?',
    ],
    ['[pool, process]', '[pool, proces]', 'course.yaml:7:21: there is no lesson "proces"; did you mean `process`?'],
    [
      '[pool, process]', '[]',
      'course.yaml:5:3: the path "exam" needs a title and lessons; write `title: text` and `lessons: [one, another]` below it',
    ],
    [
      '    title: For an exam\n', '',
      'course.yaml:5:3: the path "exam" needs a title and lessons; write `title: text` and `lessons: [one, another]` below it',
    ],
    [
      '    title: For an exam\n', '    title: x\n    order: 1\n',
      'course.yaml:7:5: unknown key `order`; the keys are `title`, `lessons`',
    ],
    [
      'exam:\n    title: For an exam\n    lessons: [pool, process]\n', 'exam: [pool]\n',
      'course.yaml:5:9: `exam` must hold keys with values; write `title: …`, indented, on a line below `exam:`',
    ],
    [
      '\n  exam:\n    title: For an exam\n    lessons: [pool, process]\n', ' all\n',
      'course.yaml:4:8: `paths` must hold keys with values; write `name: …`, indented, on a line below `paths:`',
    ],
    [
      'id: pools', 'id: pools: 1',
      'course.yaml:1:5! this is not YAML: Nested mappings are not allowed in compact mappings; write `key: value` on each line',
    ],
    [
      'id: pools', 'id: pools\u0007', 'course.yaml:1:10: there is a control character, U+0007; delete it',
      'course.yaml:1:5: `id` must be a text; write `id: text`',
    ],
  ])('%j → %j', async (from, to, ...problems) => {
    expect((await toldOf(withFile('course.yaml', from, to))).toSorted()).toEqual(problems.toSorted());
  });

  test('lessons are there whatever is wrong with it', async () => {
    const course = await readCourse(folderWith({ ...COURSE, 'course.yaml': ': [' }), known);
    expect(course.lessons).toHaveLength(2);
  });
});

test.each<readonly [text: string, ...problems: string[]]>([
  ['# Beliefs\n\nSome.\n\n## A task is a process\n\nNo.\n'],
  [
    '',
    'misconceptions.md:1:1: there is no misconception in this file; write each as a heading `## What people believe`',
  ],
  [
    '## A task is a process\n',
    'misconceptions.md:1:1: "A task is a process" is not put right; write below it what is true',
  ],
  ['## A\n\nNo.\n\n## A\n\nNo.\n', 'misconceptions.md:5:1: "A" is there twice; delete one of them'],
  [
    `## A\n\n${'>'.repeat(70)} No.`,
    'misconceptions.md:1:1! quotes, lists or emphasis are nested too deeply, or one paragraph has thousands of marks; write it more simply',
  ],
  [
    '## A\n\n[No](gone.md).\n',
    'misconceptions.md:3:1: the link leads nowhere: there is no gone.md; mend its path, or write the file',
  ],
  ['## A\n\nNo\u001b.\n', 'misconceptions.md:3:3: there is a control character, U+001B; delete it'],
])('misconceptions.md: %j', async (text, ...problems) => {
  const why = { 'a.md': LESSON.replace('after: [process]\n', '').replace(/## Quiz[^]*/, '') };
  expect(await toldOf({ ...why, 'misconceptions.md': text })).toEqual(problems);
});

describe('files that cannot be lessons', () => {
  test.each<readonly [what: string, content: string | Uint8Array, ...problems: string[]]>([
    [
      'Latin-1', Buffer.from(`${LESSON}\nna\u00efve\n`, 'latin1'),
      'a.md:58:3! this is not UTF-8; save the file with the encoding UTF-8',
    ],
    [
      'UTF-16', Buffer.from('\ufeffHello', 'utf16le'),
      'a.md:1:1! this is not UTF-8; save the file with the encoding UTF-8',
    ],
    [
      'bytes', Uint8Array.from([0x68, 0x0a, 0xe2, 0x82]),
      'a.md:2:1! this is not UTF-8; save the file with the encoding UTF-8',
    ],
    ['very much', `${LESSON}${'word '.repeat(20_000)}`, 'a.md:1:1! the file is larger than 100 kB; divide it'],
    ['nothing', '', 'a.md:1:1! the file is empty; `mp-tutor new lesson ID` writes a lesson to begin with'],
  ])('%s', async (_, content, ...problems) => {
    expect(await toldOf({ 'a.md': content })).toEqual(problems);
  });

  test('what belongs to the course is read as carefully', async () => {
    const bytes = Buffer.from('title: \u00e9', 'latin1');
    expect(await toldOf({ 'a.md': lesson('a'), 'course.yaml': bytes, 'misconceptions.md': bytes })).toEqual([
      'course.yaml:1:8! this is not UTF-8; save the file with the encoding UTF-8',
      'misconceptions.md:1:8! this is not UTF-8; save the file with the encoding UTF-8',
    ]);
  });

  test('a byte order mark does no harm', async () => {
    expect(await toldOf({ 'a.md': `\ufeff${lesson('a')}` })).toEqual([]);
  });

  test('folders, files without an end, and links that lead nowhere', async () => {
    const folder = folderWith({ 'd.md': lesson('d') });
    mkdirSync(join(folder, 'a.md'));
    symlinkSync('/dev/zero', join(folder, 'b.md'));
    symlinkSync('gone', join(folder, 'c.md'));
    const { lessons, problems } = await readCourse(folder, known);
    expect(lessons.map(({ id }) => id)).toEqual(['d']);
    expect(problems.map((problem) => describeProblem(problem, folder))).toEqual([
      'a.md:1:1: this is not a file with text; put a Markdown file here',
      'b.md:1:1: this is not a file with text; put a Markdown file here',
      'c.md:1:1: there is no such file; look at the path',
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const folder = folderWith({ 'a.md': lesson('a') });
    chmodSync(join(folder, 'a.md'), 0);
    const { problems } = await readCourse(folder, known);
    expect(problems.map((problem) => describeProblem(problem, folder)))
      .toEqual(['a.md:1:1: the file cannot be read (EACCES); look at its permissions']);
  });
});

describe('folders that are no courses', () => {
  test('one without lessons', async () => {
    expect(await toldOf({ 'README.md': 'x' }))
      .toEqual(['.:1:1! there is no lesson in this folder; `mp-tutor new lesson ID` writes one to begin with']);
  });

  test.each([
    ['gone', /^There is no folder .*gone\. Name/],
    ['a.md', /^.*a\.md is a file, not the folder of a course\./],
    ['a.md/b', /^There is no folder/],
  ])('%s', async (path, message) => {
    const folder = folderWith({ 'a.md': lesson('a') });
    const reading = readCourse(join(folder, path), known);
    await expect(reading).rejects.toThrow(CourseError);
    await expect(reading).rejects.toThrow(message);
  });
});

describe('one lesson from its file', () => {
  test('is checked against the files beside it, not against the lessons', async () => {
    const folder = folderWith({ 'a.md': lesson('a', 'after: [b]\n').replace('More.', '[b](b.md)'), 'b.md': '' });
    const { lesson: read, problems, text } = await readLesson(join(folder, 'a.md'), known);
    expect(problems).toEqual([]);
    expect(read?.id).toBe('a');
    expect(text).toContain('id: a\n');
  });

  test('that is not there is a problem', async () => {
    const { lesson: read, problems, text } = await readLesson('/gone.md', known);
    expect([read, text, problems.map((problem) => describeProblem(problem))])
      .toEqual([undefined, '', ['/gone.md:1:1: there is no such file; look at the path']]);
  });
});

test('a problem is described in one harmless line', () => {
  const place = { file: '/course/\u001b[31m\n.md', line: 2, column: 3 };
  const problem = { place, wrong: 'a\u009bb', mend: 'c\u202ed', breaks: false };
  expect(describeProblem(problem, '/course')).toBe('\ufffd[31m .md:2:3: a\ufffdb; c\ufffdd');
  const elsewhere = { ...problem, place: { file: '/other/a.md', line: 1, column: 1 } };
  expect(describeProblem(elsewhere, '/course')).toMatch(/^\/other\/a\.md:1:1: /);
});

test('the right choice at one place in a whole course of short quizzes is told once', async () => {
  const lessons = (ids: string[]) => Object.fromEntries(ids.map((id) => [`${id}.md`, lesson(id)]));
  expect(await toldOf(lessons(['a', 'b', 'c', 'd']))).toEqual([]);
  expect(await toldOf(lessons(['a', 'b', 'c', 'd', 'e']))).toEqual([
    expect.stringMatching(/^a\.md:\d+:\d+: the right choice is number 2 in all 5 questions; put some elsewhere$/),
  ]);
});
