import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, number, startMethod, text } from './words.js';

export const eof: Demo = {
  name: 'eof',
  summary: 'a receiver sees the end of a pipe when the last copy of the other end is closed: who still has one?',
  settings: {
    close: {
      default: 'before',
      values: {
        before: 'before it starts the receiver',
        after: 'when both children are started',
        never: 'not at all, while they run',
      },
      meaning: "when the parent closes its copy of the sender's end",
    },
    items: { default: 5, min: 0, max: 60, meaning: 'how many messages are sent' },
    delay: common.delay(1000, 'the pause before a message'),
    workers: { none: 'a pipe has two ends: one process sends, one receives' },
    seed: { none: 'all pauses are alike' },
    kill: { none: 'nobody dies here; see mp-tutor demo pipe --kill 3' },
  },
  facts: [],
  // With spawn or forkserver, 'after' ends; then nothing waits, and nothing is cut off.
  hangs: ({ close }, runtime) => close === 'never' || (close === 'after' && runtime === 'python'),
  limitMs: ({ items: n = 0, delay = 0 }) => 8000 + 1.5 * n * delay,
  describe: ({ items: n = 0, close = '' }) => `a sender · a receiver · ${count(n, 'message')} · the parent closes its copy ${WHEN[close] ?? ''}`,
  explain: (facts) => [
    ofMessages(facts),
    ofEnd(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}. The OS closed the ends that it had.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'messages received': String(number(facts, 'recvs')),
    'ends of file seen': String(number(facts, 'eofs')),
    'it hung': facts['hung'] === true ? 'yes' : 'no',
  }),
  contrast: (node, python) => [
    'In both, the receiver sees the end when the last copy of the other end is closed.',
    startMethod(python) === 'fork'
      ? node['close'] === 'after'
        ? "A child of Node has only the end that it was handed. With fork, the receiver of Python has a copy of the sender's end, since the parent's was open when it was started."
        : 'A child of Node has only the end that it was handed. With fork, a child of Python has copies of all that its parent has open when it is started.'
      : `A child of Node has only the end that it was handed, and so it is in Python with ${startMethod(python)}.`,
  ],
  next: (_, runtime) => [
    { command: 'mp-tutor demo eof --close never', why: 'the parent keeps its copy: who waits for whom?' },
    { command: 'mp-tutor demo eof --close after', why: runtime === 'python' ? 'with fork, the receiver has a copy of its own' : 'late, but not too late in Node; and in Python, with fork?' },
    { command: 'mp-tutor demo pipe --kill 3', why: 'the other way round: what does a sender learn?' },
  ],
};

const WHEN: { readonly [close: string]: string } = { before: 'in between', after: 'when both run', never: 'never' };

function ofMessages(facts: Facts): string {
  const [sent, received] = [number(facts, 'sends'), number(facts, 'recvs')];
  return Number.isNaN(sent) || Number.isNaN(received)
    ? 'What went through the pipe is not known.'
    : `${count(sent, 'message was', 'messages were')} sent, ${received} received.`;
}

/** Speaks from what was seen: an end of file, or a wait that did not end. */
function ofEnd(facts: Facts): string {
  const close = text(facts['close']);
  if (number(facts, 'eofs') > 0) {
    return close === 'never'
      ? 'The receiver saw the end of file: all copies of the other end were closed, that of the parent too.'
      : number(facts, 'items') > 0 && number(facts, 'delay') > 0
        ? 'The receiver saw the end of file when the copy of the sender was closed: it was the last one.'
        // A sender without a pause may be done before the parent.
        : 'The receiver saw the end of file when the last copy of the other end was closed.';
  }
  const who =
    close === 'never'
      ? ' The parent never closed its own.'
      : close === 'after' && isPython(facts) && startMethod(facts) === 'fork'
        ? " The receiver itself was forked while the parent's was open, so it has one: it waits for itself."
        : '';
  return facts['hung'] === true
    ? `The receiver saw no end of file: some process still had a copy of the other end.${who}`
    : 'The receiver saw no end of file.';
}
