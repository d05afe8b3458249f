import { expect, test } from 'vitest';
import { printed, sceneOf } from '../../src/views/index.js';
import type { TraceEvent } from '../../src/trace/event.js';

const capabilities = { terminal: false, animated: false, colour: 0, columns: 80, rows: 24, unicode: true } as const;

function prints(count: number): TraceEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    ph: 'i', cat: 'output', name: 'stdout', pid: 7, tid: 7, ts: index, args: { text: `row ${index + 1}` },
  }));
}

test('what is left out of what a program printed is said', () => {
  const lines = printed(sceneOf(prints(100)), capabilities);
  expect(lines.join('\n')).toContain('(70 lines before)\n   row 71\n');
  expect(lines.join('\n')).toContain('row 100');
});

test('nothing is said where all is there', () => {
  expect(printed(sceneOf(prints(30)), capabilities).join('\n')).toMatch(/printed\n {3}row 1\n/);
});
