import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTraceFile } from '../../../src/cli/demo/trace-file.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-trace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('of two traces to one file at once each is whole, and the one that ended last stays', async () => {
  const file = join(folder, 'trace.json');
  const [first, second] = [await openTraceFile(file), await openTraceFile(file)];
  await first.write('the first');
  await first.close();
  expect(readFileSync(file, 'utf8')).toBe('the first');
  await second.write('the second');
  await second.close();
  expect(readFileSync(file, 'utf8')).toBe('the second');
  expect(readdirSync(folder)).toEqual(['trace.json']);
});

test('through a link, the file that it leads to is replaced, and the link stays', async () => {
  writeFileSync(join(folder, 'there.json'), 'earlier');
  symlinkSync('there.json', join(folder, 'link.json'));
  const trace = await openTraceFile(join(folder, 'link.json'));
  await trace.write('now');
  await trace.close();
  expect(readlinkSync(join(folder, 'link.json'))).toBe('there.json');
  expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('now');
});
