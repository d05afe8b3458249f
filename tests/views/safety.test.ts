import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Capabilities, paint, present, width } from '../../src/terminal/index.js';
import { sceneOf, seenFromOutside, tableSection, timeline, whatYouSaw } from '../../src/views/index.js';
import { toJson } from '../../src/terminal/index.js';
import { lineFormatter } from '../../src/views/lines.js';
import { type FrameOptions, render } from '../../src/views/live/frame.js';
import type { Mode } from '../../src/views/live/mode.js';
import { TerminalModel } from '../terminal/model.js';
import { anyTrace } from './arbitrary.js';
import { recorded, recording } from './traces.js';

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const modes: readonly Mode[] = [
  { kind: 'watching' },
  { kind: 'watching', notice: 'Process 7\u001b[2J is not one of this program.' },
  { kind: 'choosing', pids: [7, 8] },
  { kind: 'reading', line: 3 },
];
const subject = { title: 'pool\u001b[2J', subtitle: '3 workers', source: 'one\n\ttwo\u001b[2J\nthree\n'.repeat(30) };
const options: fc.Arbitrary<FrameOptions> = fc.record({
  columns: fc.nat(200),
  rows: fc.nat(60),
  now: fc.double({ min: 5e9, max: 5e9 + 3e7, noNaN: true }),
  subject: fc.constant(subject),
  mode: fc.constantFrom(...modes),
  paint: fc.constantFrom(paint(0), paint(3)),
});
const anyCapabilities: fc.Arbitrary<Capabilities> = fc.record({
  terminal: fc.constant(true),
  colour: fc.constantFrom(0, 3),
  unicode: fc.boolean(),
  columns: fc.integer({ min: 1, max: 200 }),
  rows: fc.constant(24),
  animated: fc.constant(true),
});

/** What is wrong with lines that a terminal of so many columns gets. */
function faults(lines: readonly string[], columns: number): string[] {
  const plain = lines.map((line) => line.replaceAll(/\u001b\[[0-9;]*m/g, ''));
  return [...plain.filter((line) => CONTROL.test(line)), ...lines.filter((line) => width(line) > columns)];
}

describe('whatever a trace says', () => {
  it('no live frame is larger than the terminal or holds a control character', () => {
    fc.assert(
      fc.property(anyTrace, options, (events, frame) => {
        const lines = render(sceneOf(events), frame);
        expect(lines.length).toBeLessThanOrEqual(frame.rows);
        expect(faults(lines, frame.columns)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing that stays on the terminal is wider than it or holds a control character', () => {
    fc.assert(
      fc.property(anyTrace, anyCapabilities, (events, capabilities) => {
        const scene = sceneOf(events);
        const format = lineFormatter(capabilities);
        const cells = events.map(({ cat, args }) => [cat, toJson(args)]);
        const lines = [
          ...timeline(scene, capabilities),
          ...events.flatMap(format),
          ...whatYouSaw(events.map(({ name }) => name), capabilities),
          ...seenFromOutside([], scene.lanes, capabilities),
          ...tableSection('Messages', [['kind', 'cost'], ...cells], capabilities),
        ];
        expect(faults(lines, capabilities.columns)).toEqual([]);
        expect(capabilities.unicode || lines.every((line) => /^[\u0000-\u007f]*$/.test(line))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('JSON holds no byte that a terminal could obey, and stays the same value', () => {
    fc.assert(
      fc.property(anyTrace, (events) => {
        for (const event of events) {
          const line = toJson(event);
          expect(line).not.toMatch(CONTROL);
          expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(event)));
        }
      }),
    );
  });
});

describe.each(recorded)('the recorded trace of %s', (name) => {
  it.each([20, 50, 80])('never wraps on a terminal of %i columns, at any moment', async (columns) => {
    const events = recording(name);
    const frame = { columns, rows: 24, subject, mode: modes[0] ?? { kind: 'watching' }, paint: paint(1) } as const;
    const model = new TerminalModel(columns, 24);
    for (const [index, { ts }] of events.entries()) {
      const lines = render(sceneOf(events.slice(0, index + 1)), { ...frame, now: ts });
      model.output.write(`\u001b[H\u001b[2J${present(lines, { columns, unicode: true }).join('\n')}`);
      await model.settled();
      expect(model.wrappedRows).toBe(0);
      expect(model.rows[0]).toMatch(/^ pool/);
    }
  });
});
