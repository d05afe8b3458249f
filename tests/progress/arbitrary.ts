import fc from 'fast-check';
import type { Entry, Event } from '../../src/progress/index.js';

const course = fc.constantFrom('mp-tutor', '/home/a course');
const lesson = fc.constantFrom('pool', 'queue', '__proto__');
const question = fc.constantFrom('pool-restart', 'queue-order', 'constructor', '\u2028"\\\n{');
const topic = fc.constantFrom('pool', 'queue');
const count = fc.nat({ max: 20 });
const literal = <Kind extends string>(kind: Kind): fc.Arbitrary<Kind> => fc.constant(kind);

/** Everything but what takes away. */
const additions: fc.Arbitrary<Event> = fc.oneof(
  fc.record(
    { kind: literal('settings'), aim: fc.constantFrom('exam', 'look'), lang: fc.constantFrom('python', 'both') },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: literal('page'), course, lesson, page: count, of: count }),
  fc.record({ kind: literal('finished'), course, lesson }),
  fc.record(
    { kind: literal('expectation'), course, lesson, expects: fc.constantFrom('1 to 3', '__proto__') },
    { requiredKeys: ['kind', 'course', 'lesson'] },
  ),
  fc.record({ kind: literal('prediction'), course, lesson, right: fc.boolean() }),
  fc.record({ kind: literal('answer'), course, question, topic, right: fc.constantFrom(0, 0.5, 1) }),
  fc.record({ kind: literal('exercise'), course, lesson, runtime: fc.constantFrom('python', 'node'), passed: count, of: count }),
  fc.record({ kind: literal('guess'), course, question }),
  fc.record({ kind: literal('trust'), sha256: fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4)) }),
  fc.record({ kind: literal('damage-told'), lines: count }),
);

/** They take away what came before. */
const resets: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: literal('reset'), course }),
  fc.record({
    kind: literal('upheld'), course, claim: fc.constantFrom('pool#claim', '__proto__'), digest: fc.constant('b'.repeat(64)),
  }),
  fc.record({
    kind: literal('refuted'), course, claim: fc.constantFrom('pool#claim', '__proto__'), digest: fc.constant('b'.repeat(64)),
    questions: fc.array(question, { maxLength: 2 }),
  }),
);

const dated = (events: fc.Arbitrary<Event>): fc.Arbitrary<Entry> =>
  fc.tuple(fc.nat(), events).map(([at, event]) => ({ at, ...event }));

export const entriesWithoutReset = fc.array(dated(additions), { maxLength: 30 });
export const entries = fc.array(dated(fc.oneof({ weight: 9, arbitrary: additions }, resets)), { maxLength: 30 });
