import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, number, startMethod } from './words.js';

export const pipe: Demo = {
  name: 'pipe',
  summary: 'two processes and a pipe: when does the receiver see the end?',
  settings: {
    workers: { none: 'a pipe has two ends: one process sends, one receives' },
    items: { default: 6, min: 1, max: 60, meaning: 'how many messages' },
    delay: common.delay(900, 'the pause before a message; half to one and a half of it'),
    seed: common.seed,
    kill: common.kill(60, 'the receiver kills itself at this message'),
  },
  facts: [],
  describe: ({ items: n = 0 }) => `a sender · a receiver · ${count(n, 'message')}`,
  explain: (facts) => [
    ofMessages(facts),
    ...(deaths(facts).length > 0 ? ofDeaths(facts) : [ofEnd(facts)]),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'messages sent': String(number(facts, 'sends')),
    'messages received': String(number(facts, 'recvs')),
    'ends of file seen': String(number(facts, 'eofs')),
    ...(deaths(facts).length > 0 && { 'sends that failed': String(number(facts, 'brokenPipes')) }),
  }),
  contrast: (_, python) => [
    'In both, the receiver sees the end when the last copy of the other end is closed.',
    startMethod(python) === 'fork'
      ? 'A child of Node has only the end that it was handed. With fork, a child of Python has copies of all that its parent has open: here each closes the end that is not its own.'
      : `A child of Node has only the end that it was handed, and so it is in Python with ${startMethod(python)}. This program hands over both, as fork would, and each child closes the one that is not its own.`,
  ],
  next: ({ items: n = 6 }) => [
    { command: `mp-tutor demo pipe --kill ${Math.min(3, n)}`, why: 'what does the sender learn when the receiver dies?' },
    { command: 'mp-tutor demo pipe --eject my', why: 'take a close() out, and see it wait for ever' },
    { command: 'mp-tutor demo queue', why: 'the channel for more than two' },
  ],
};

function ofMessages(facts: Facts): string {
  const [sent, received] = [number(facts, 'sends'), number(facts, 'recvs')];
  return sent === received
    ? `${count(sent, 'message was', 'messages were')} sent and received, in the order in which they were sent.`
    : `${count(sent, 'message was', 'messages were')} sent, ${received} received.`;
}

function ofEnd(facts: Facts): string {
  const others = isPython(facts) ? 'The parent and the receiver had closed their copies of it' : 'The parent had closed its own copies';
  return number(facts, 'eofs') > 0
    ? `The receiver saw the end of file when the sender had closed its end. ${others} before: an end is closed when its last copy is.`
    : 'The receiver saw no end of file: some process still had a copy of the other end.';
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => {
    if (name === 'sender') {
      return `The sender (${pid}) died by ${signal}. The OS closed its end of the pipe, so the receiver saw the end of file, as if all had been sent.`;
    }
    const learnt =
      number(facts, 'brokenPipes') > 0
        ? 'The sender learnt it when it sent the next message: BrokenPipeError, since nobody could receive it.'
        : 'The sender had nothing more to send, so it never learnt of it.';
    const left = number(facts, 'sends') - number(facts, 'recvs');
    const lost = left > 0 ? ` ${count(left, 'message that had been sent and not received is', 'messages that had been sent and not received are')} lost.` : '';
    return `The ${name} (${pid}) died by ${signal}. ${learnt}${lost}`;
  });
}
