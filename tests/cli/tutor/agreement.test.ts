import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { agreementTo } from '../../../src/cli/tutor/agreement.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-agreement-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write('programs/main.py', 'import helper\n');
  write('programs/helper.py', 'x = 1\n');
});

function write(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function agreement(args: readonly string[] = [], runtime: 'node' | 'python3' = 'python3', name = 'programs/main.py') {
  const file = join(folder, name);
  return agreementTo({ kind: 'program', runtime, args, file, text: '', place: { file: '', line: 1, column: 1 } });
}

describe('what is agreed to', () => {
  test('stays the same as long as nothing changes, and is 64 hexadecimal digits', async () => {
    const before = await agreement();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    write('programs/main.py', 'import helper\n');
    write('lesson.md', '# Above\n');
    write('other/main.py', 'x = 2\n');
    write('programs/.git/index', 'x');
    expect(await agreement()).toBe(before);
  });

  test('is another for another command, and for the same program elsewhere', async () => {
    write('other/main.py', 'import helper\n');
    write('other/helper.py', 'x = 1\n');
    const all = [await agreement(), await agreement(['1']), await agreement([], 'node'), await agreement([], 'python3', 'other/main.py')];
    expect(new Set(all).size).toBe(4);
  });

  test.each([
    'programs/main.py', 'programs/helper.py', 'programs/helper.pyc', 'programs/helper/__init__.py', 'programs/helper/deep/er.py',
    'programs/helper.pyd', 'programs/helper.cpython-311-x86_64-linux-gnu.so', 'programs/__pycache__/helper.cpython-311.pyc', 'programs/data',
    'programs/node_modules/a/index.js', 'programs/.hidden.js',
  ])('is another when there is something else in %s', async (name) => {
    const before = await agreement();
    write(name, 'first');
    const first = await agreement();
    write(name, 'other');
    expect(new Set([before, first, await agreement()]).size).toBe(3);
  });

  test('is another when a link leads elsewhere, or what it leads to changes', async () => {
    write('a.py', 'a');
    write('b.py', 'a');
    const seen: (string | undefined)[] = [];
    for (const target of ['../a.py', '../b.py', '../gone.py']) {
      rmSync(join(folder, 'programs/link.py'), { force: true });
      symlinkSync(target, join(folder, 'programs/link.py'));
      seen.push(await agreement());
    }
    write('gone.py', 'now');
    seen.push(await agreement());
    expect(new Set(seen).size).toBe(4);
  });

  test.skipIf(process.getuid?.() === 0)('does not fail at what may not be read', async () => {
    write('programs/secret/x.py', '1');
    const before = await agreement();
    chmodSync(join(folder, 'programs/secret'), 0);
    onTestFinished(() => chmodSync(join(folder, 'programs/secret'), 0o700));
    const hidden = await agreement();
    expect(hidden).toMatch(/^[0-9a-f]{64}$/);
    expect(hidden).not.toBe(before);
  });
});

describe('what cannot be compared has no agreement that could be remembered', () => {
  test('a link to another folder', async () => {
    symlinkSync('..', join(folder, 'programs/up'));
    expect(await agreement()).toBeUndefined();
  });

  test('more than a thousand files', async () => {
    Array.from({ length: 1001 }, (_, index) => write(`programs/many/${index}`, ''));
    expect(await agreement()).toBeUndefined();
  });

  test('more than 20 MB, in one file or in several', async () => {
    write('programs/a', Buffer.alloc(15_000_000));
    expect(await agreement()).toBeDefined();
    write('programs/b', Buffer.alloc(15_000_000));
    expect(await agreement()).toBeUndefined();
    rmSync(join(folder, 'programs/b'));
    write('programs/a', Buffer.alloc(20_000_001));
    expect(await agreement()).toBeUndefined();
  });
});

test('a program that is gone is the error of the system', async () => {
  await expect(agreement([], 'node', 'programs/gone.mjs')).rejects.toThrow(/ENOENT/);
});
