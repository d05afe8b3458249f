import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, number } from './words.js';

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
  explain: (facts) => [ofMessages(facts), ...(deaths(facts).length > 0 ? ofDeaths(facts) : [ofEnd(facts)])],
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
  return number(facts, 'eofs') > 0
    ? 'The receiver saw the end of file when the sender had closed its end. The parent had closed its own copies before: an end is closed when its last copy is.'
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
    return `The ${name} (${pid}) died by ${signal}. ${learnt} What had been sent before and not been received is lost.`;
  });
}
