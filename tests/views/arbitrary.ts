import fc from 'fast-check';
import type { TraceEvent } from '../../src/trace/event.js';

/** Every name of the contract, and one that it does not have. */
const names: readonly (readonly [cat: string, name: string])[] = [
  ['process', 'process_name'],
  ['process', 'thread_name'],
  ['process', 'start'],
  ['process', 'started'],
  ['process', 'run'],
  ['process', 'join'],
  ['process', 'exit'],
  ['pool', 'map'],
  ['pool', 'send'],
  ['pool', 'task'],
  ['pool', 'result'],
  ['pool', 'retry'],
  ['queue', 'put'],
  ['queue', 'get'],
  ['queue', 'close'],
  ['pipe', 'send'],
  ['pipe', 'recv'],
  ['pipe', 'close'],
  ['lock', 'wait'],
  ['lock', 'hold'],
  ['program', 'anything'],
  ['program', 'fact'],
  ['program', 'cells'],
  ['output', 'stdout'],
  ['output', 'stderr'],
  ['stage', 'stop'],
  ['stage', 'continue'],
  ['stage', 'kill'],
  ['unheard of', 'too'],
];

const pid = fc.constantFrom(1, 100, 107, 4_194_304);
const odd = fc.constantFrom(-1, 0.5, 1e9, null);
const count = fc.oneof({ weight: 9, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: odd });
/** Text as programs write it, and as an attacker would. */
const words = fc.oneof(
  fc.constantFrom('queue 1', 'pipe 1', 'lock 1', 'pool 1', 'left', 'right', 'worker 1', ''),
  fc.constantFrom('"Rahim"', 'রহিম', '漢字', '🙂'),
  fc.constantFrom('\u001b[31mred', '\u001b[2J', 'a\nb', '\u009b2J', '\u202eabc', '\u0007', '\u001b]0;title\u0007'),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const args = fc.record(
  {
    name: words,
    parent: pid,
    child: pid,
    function: words,
    error: words,
    timeout: fc.constant(true),
    code: fc.constantFrom(0, 1, null),
    signal: fc.constantFrom('SIGKILL', null),
    pool: words,
    items: count,
    workers: count,
    to: pid,
    from: pid,
    died: pid,
    target: pid,
    index: count,
    count,
    value: words,
    queue: words,
    item: count,
    size: count,
    end: fc.oneof(words, fc.constant(true)),
    pipe: words,
    bytes: count,
    message: words,
    eof: fc.constant(true),
    lock: words,
    deadHolder: pid,
    values: fc.oneof(fc.array(fc.integer()), words, fc.dictionary(words, fc.integer())),
    text: words,
  },
  { requiredKeys: [] },
);

/** Any event that the reader of a trace would let through, whatever its process meant by it. */
const anyEvent: fc.Arbitrary<TraceEvent> = fc
  .record({
    what: fc.constantFrom(...names),
    ph: fc.constantFrom('b', 'e', 'i', 'C', 'M'),
    id: fc.constantFrom('1', '2', '3'),
    pid,
    tid: fc.option(fc.constantFrom(3, 4), { freq: 4 }),
    second: fc.double({ min: 0, max: 20, noNaN: true }),
    args,
  })
  .map(({ what: [cat, name], ph, id, pid, tid, second, args }) => {
    const common = { cat, name, pid, tid: tid ?? pid, ts: 5e9 + second * 1e6, args };
    return ph === 'b' || ph === 'e' ? { ...common, ph, id } : { ...common, ph };
  });

export const anyTrace: fc.Arbitrary<TraceEvent[]> = fc.array(anyEvent, { maxLength: 60, size: 'max' });
