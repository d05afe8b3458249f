import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/course/read.js';
import { readBounded } from '../../src/course/read-bounded.js';
import { CLAIMS, folderWith, known, PROGRAMS } from './support.js';

describe('what is read of a file', () => {
  test('is all of it, up to so many bytes', () => {
    const text = 'x'.repeat(100_000);
    const file = join(folderWith({ text }), 'text');
    expect(String(readBounded(file, 100_000))).toBe(text);
    expect(readBounded(file, 99_999)).toBe('larger');
    expect(String(readBounded(join(folderWith({ text: '' }), 'text'), 0))).toBe('');
  });

  test('is nothing if it is no regular file, also of a pipe to which nobody writes', () => {
    const folder = folderWith({});
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, 'pipe')]);
    expect(readBounded(join(folder, 'pipe'), 10)).toBe('other');
    expect(readBounded(folder, 10)).toBe('other');
  });

  test.runIf(process.platform === 'linux')('does not depend on the size that it says', () => {
    expect(String(readBounded('/proc/self/status', 100_000))).toContain('Pid:');
    // It says 0, and goes on for as long as the address space; it is read by 8 bytes.
    expect(readBounded('/proc/self/pagemap', 99_999)).toBe('larger');
  });
});

describe('the program of a claim', () => {
  const toldWith = async (target: string): Promise<readonly string[]> => {
    const folder = folderWith({ 'pool.md': CLAIMS.replace('after: [process]\n', ''), 'programs/wait.py': PROGRAMS['programs/wait.py'], 'other/real.mjs': PROGRAMS['programs/wait.mjs'] });
    symlinkSync(target, join(folder, 'programs/wait.mjs'));
    return (await readCourse(folder, known)).problems.map(({ wrong }) => wrong);
  };

  test('may be a symbolic link within the folder of the lesson', async () => {
    expect(await toldWith('../other/real.mjs')).toEqual([]);
  });

  test.each(['/proc/self/pagemap', '/etc/hostname', '../../../../../../etc/hostname'])('is refused, and not read, if it is a link to %s', async (target) => {
    const told = await toldWith(target);
    expect(new Set(told)).toEqual(new Set(["`programs/wait.mjs` lies outside of the lesson's folder"]));
  });
});
