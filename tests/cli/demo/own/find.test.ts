import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findProgram, isProgram } from '../../../../src/cli/demo/own/find.js';

test.each([['./a', true], ['a/b', true], ['a.py', true], ['a.mjs', true], ['a.ts', true], ['pool', false], ['a.txt', false]])('%s is meant as a program: %s', (name, is) => {
  expect(isProgram(name)).toBe(is);
});

describe('findProgram', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(at('mine.py'), 'print(1)\n');
    writeFileSync(at('notes.txt'), '');
    writeFileSync(at('typed.ts'), '');
    mkdirSync(at('folder.py'));
  });

  test('gives its path, who runs it, and its text', async () => {
    expect(await findProgram(at('mine.py'))).toEqual({ file: at('mine.py'), runtime: 'python', source: 'print(1)\n' });
  });

  test.each([
    { name: 'mien.py', says: /there is no file .*mien\.py\. Did you mean .*\/mine\.py\?/ },
    { name: 'elephant.js', says: /there is no file .*elephant\.js\. See where it is/ },
    { name: 'missing/mine.py', says: /there is no file/ },
    { name: 'mine.py/deeper.py', says: /there is no file/ },
    { name: 'folder.py', says: /is a folder\. Name the file/ },
    { name: 'notes.txt', says: /must end with \.py, \.js/ },
  ])('$name: $says', async ({ name, says }) => {
    await expect(findProgram(at(name))).rejects.toThrow(says);
  });

  test.skipIf('typescript' in process.features && process.features.typescript)('TypeScript needs a newer Node than this one', async () => {
    await expect(findProgram(at('typed.ts'))).rejects.toThrow(/is TypeScript, which Node .* cannot run\. Node 22\.18 or later can/);
  });
});
