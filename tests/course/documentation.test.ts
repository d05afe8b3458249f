import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { CourseError, newLesson } from '../../src/course/index.js';
import { parseLesson, readCourse } from '../../src/course/read.js';
import { compileExpression } from '../../src/course/expression.js';
import { diskFiles } from '../../src/course/files.js';
import { Findings } from '../../src/course/findings.js';
import { checkLinks } from '../../src/course/links.js';
import { parseMarkdown } from '../../src/course/markdown.js';
import { changed, folderWith, memoryFiles } from './support.js';

const documentation = fileURLToPath(new URL('../../docs/lessons.md', import.meta.url));

const root = parseMarkdown(readFileSync(documentation, 'utf8')) ?? { type: 'root', children: [] };

/** The contents of the fences of docs/lessons.md that begin so. */
function fences(language: string, word: string | null = null): string[] {
  const found: string[] = [];
  visit(root, 'code', ({ lang, meta, value }) => {
    if (lang === language && (meta ?? null) === word) {
      found.push(`${value}\n`);
    }
  });
  return found;
}

/** The code in the first column of the tables that have such a heading there. */
function firstColumn(heading: string): string[] {
  const found: string[] = [];
  visit(root, 'table', ({ children: [top, ...rows] }) => {
    if (top && toString(top.children[0]) === heading) {
      rows.forEach(({ children: [cell] }) => visit(cell ?? root, 'inlineCode', ({ value }) => void found.push(value)));
    }
  });
  return found;
}

describe('docs/lessons.md', () => {
  const [example = ''] = fences('markdown');
  const program = fences('python')[0] ?? '';

  test('its example has no problems, beside its program', () => {
    const files = memoryFiles({ '/course/programs/counter.py': program });
    const { lesson, problems } = parseLesson(example, '/course/own-counter.md', known, files);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({
      id: 'own-counter', prediction: { fact: 'parentCounter' }, run: { call: { demo: 'spawn' } }, more: [{}],
      claims: [{ text: 'the counter of the parent stays 0' }],
      questions: [
        { kind: 'one', claims: ['own-counter#claim-the-counter-of-the-parent-stays-0'] },
        { kind: 'explain', claims: [], definition: true },
      ],
    });
  });

  test.each(fences('yaml', 'proof'))('its proofs have no problems: %s', (proof) => {
    const isOfQuestion = proof.startsWith('claim:');
    const fence = `\`\`\`yaml proof\n${proof}\`\`\`\n`;
    const text = isOfQuestion ? changed('Why?', `Why?\n\n${fence}`) : changed('More.', `### Claim: so it is\n\n${fence}`);
    const { lesson, problems } = parseLesson(text.replace('after: [process]\n', ''), '/course/pool.md', known, memoryFiles({}));
    expect(problems).toEqual([]);
    expect(lesson?.claims).toHaveLength(1);
  });

  test('its section of changes and its exercise have no problems, beside their programs', () => {
    const [mend = '', turn = ''] = ['## Mend', '## Your turn'].map((heading) => fences('markdown').find((text) => text.startsWith(heading)));
    const names = ['programs/bakery.py', ...['eaters', 'eaters-solution', 'eaters-twice'].flatMap((name) => [`exercises/${name}.py`, `exercises/${name}.mjs`])];
    const files = memoryFiles(Object.fromEntries(names.map((name) => [`/course/${name}`, 'eaten'])));
    const text = changed('## Your turn\n\nTry it.\n', turn, changed('## Answer\n', `${mend}\n## Answer\n`));
    const { lesson, problems } = parseLesson(text.replace('after: [process]\n', ''), '/course/pool.md', known, files);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({ mend: { choices: [{}, {}] }, claims: [{ id: 'pool#mend' }], exercise: { checks: [{}, {}], times: 5 } });
  });

  test('its expressions can be used', () => {
    const expressions = firstColumn('expression');
    expect(expressions.length).toBeGreaterThan(15);
    expect(expressions.filter((text) => 'error' in compileExpression(text, { returns: 'boolean' }))).toEqual([]);
  });

  test('its links lead somewhere', () => {
    const findings = new Findings(documentation);
    checkLinks(root, { file: documentation, files: diskFiles(), findings });
    expect(findings.all).toEqual([]);
  });

  test('its course.yaml goes with the example', async () => {
    const courseYaml = fences('yaml').find((text) => text.includes('topics:')) ?? '';
    const other = newLesson('first-process').replace('topic: first-process', 'topic: pool');
    const files = { 'own-counter.md': example, 'programs/counter.py': program, 'first-process.md': other, 'course.yaml': courseYaml };
    const course = await readCourse(folderWith(files), known);
    expect(course.problems).toEqual([]);
    const exam = { id: 'exam', lessons: ['first-process', 'own-counter'] };
    expect(course).toMatchObject({ id: 'operating-systems', paths: [exam] });
  });
});

describe('a new lesson', () => {
  test.each(['my-lesson', 'a', '2024', 'true', 'null', '1e3', '0x10', 'y', 'pool'])('%s has no problems', (id) => {
    const { lesson, problems } = parseLesson(newLesson(id), `/course/${id}.md`, known);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({ id, topic: id, prediction: {}, run: { call: { kind: 'demo' } }, claims: [{ proof: {} }] });
    const claims = lesson?.claims.map((claim) => claim.id);
    expect(lesson?.answerClaims).toEqual(claims);
    expect(lesson?.questions).toMatchObject([{ claims, definition: false }, { claims: [], definition: true }]);
  });

  test('has code in one language', () => {
    expect(newLesson('a').match(/```(?:js|python)/g)).toEqual(['```python']);
  });

  test.each(['', 'My Lesson', 'a--b', '../a', 'a\nb', 'ä'])('%j is no id for one', (id) => {
    expect(() => newLesson(id)).toThrow(CourseError);
  });
});
