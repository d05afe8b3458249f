import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTraceFile } from '../../../src/cli/demo/trace-file.js';

test('of two traces to one file at once each is whole, and the one that ended last stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-trace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
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
