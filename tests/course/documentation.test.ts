import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { CourseError, newLesson } from '../../src/course/index.js';
import { parseLesson, readCourse } from '../../src/course/read.js';
import { diskFiles } from '../../src/course/files.js';
import { Findings } from '../../src/course/findings.js';
import { checkLinks } from '../../src/course/links.js';
import { parseMarkdown } from '../../src/course/markdown.js';
import { folderWith } from './support.js';

const documentation = fileURLToPath(new URL('../../docs/lessons.md', import.meta.url));

/** The contents of the fences of this language in docs/lessons.md. */
function fences(language: string): string[] {
  const found: string[] = [];
  const root = parseMarkdown(readFileSync(documentation, 'utf8'));
  visit(root ?? { type: 'root', children: [] }, 'code', ({ lang, value }) => {
    if (lang === language) {
      found.push(`${value}\n`);
    }
  });
  return found;
}

describe('docs/lessons.md', () => {
  const [example = ''] = fences('markdown');

  test('its example has no problems', () => {
    const { lesson, problems } = parseLesson(example, '/course/own-counter.md', known);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({
      id: 'own-counter', prediction: { fact: 'parentCounter' }, run: { call: { demo: 'spawn' } }, more: [{}],
      questions: [{ kind: 'one' }, { kind: 'explain' }],
    });
  });

  test('its links lead somewhere', () => {
    const findings = new Findings(documentation);
    const root = parseMarkdown(readFileSync(documentation, 'utf8')) ?? { type: 'root', children: [] };
    checkLinks(root, { file: documentation, files: diskFiles(), findings });
    expect(findings.all).toEqual([]);
  });

  test('its course.yaml goes with the example', async () => {
    const [courseYaml = ''] = fences('yaml');
    const other = newLesson('first-process').replace('topic: first-process', 'topic: pool');
    const files = { 'own-counter.md': example, 'first-process.md': other, 'course.yaml': courseYaml };
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
    expect(lesson).toMatchObject({ id, topic: id, prediction: {}, run: { call: { kind: 'demo' } } });
    expect(lesson?.questions).toHaveLength(2);
  });

  test('has code in one language', () => {
    expect(newLesson('a').match(/```(?:js|python)/g)).toEqual(['```python']);
  });

  test.each(['', 'My Lesson', 'a--b', '../a', 'a\nb', 'ä'])('%j is no id for one', (id) => {
    expect(() => newLesson(id)).toThrow(CourseError);
  });
});
