import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, hanging, number } from './words.js';

export const backpressure: Demo = {
  name: 'backpressure',
  summary: 'a producer that is ten times as fast as its consumer: do the items wait, or does the producer?',
  settings: {
    items: { default: 20, min: 1, max: 60, meaning: 'how many items the producer puts' },
    room: { default: 4, min: 0, max: 60, meaning: 'how many items may wait in the queue; 0: no limit', unit: 'items' },
    delay: common.delay(300, 'how long the consumer works on an item. The producer takes a tenth'),
    workers: { none: 'there is one producer and one consumer; see mp-tutor demo queue --workers 4' },
    seed: { none: 'all items take the same time' },
    kill: { none: 'nobody dies here; see mp-tutor demo queue --kill 3' },
  },
  facts: ['producerMs', 'consumerMs', 'done'],
  describe: ({ items: n = 0, room = 0 }) => `1 producer · 1 consumer · ${count(n, 'item')} · ${ofLimit(Number(room))}`,
  explain: (facts) => [
    ...ofTimes(facts),
    ...ofWaiting(facts),
    ...ofDone(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'producer done after': time(facts, 'producerMs'),
    'consumer done after': time(facts, 'consumerMs'),
    'most items waiting': figure(facts, 'largestQueue', String),
    'longest put': figure(facts, 'longestPutMs', duration),
  }),
  contrast: () => [
    'In both, put waits while the queue is full, and nothing is lost.',
    "Without a limit, items wait in memory: in this library's queue in memory that the processes share, in Python's in that of the producer, whose thread writes them into a pipe bit by bit.",
  ],
  next: ({ room = 0 }) => [
    Number(room) === 0
      ? { command: 'mp-tutor demo backpressure --room 4', why: 'a limit: who waits now?' }
      : { command: 'mp-tutor demo backpressure --room 0', why: 'without a limit: how many items wait?' },
    { command: 'mp-tutor demo backpressure --room 1', why: 'room for one: who sets the pace?' },
    { command: 'mp-tutor demo queue --workers 4', why: 'more consumers, so that the producer need not wait' },
  ],
};

function ofLimit(room: number): string {
  return room === 0 ? 'no limit' : `room for ${room}`;
}

function time(facts: Facts, name: string): string {
  return figure(facts, name, duration);
}

function figure(facts: Facts, name: string, write: (value: number) => string): string {
  const value = number(facts, name);
  return Number.isFinite(value) ? write(value) : '-';
}

function ofTimes(facts: Facts): string[] {
  const [producer, consumer] = [number(facts, 'producerMs'), number(facts, 'consumerMs')];
  const n = number(facts, 'items');
  if (!Number.isFinite(producer)) {
    return ['The producer did not come to its end.'];
  }
  const then = Number.isFinite(consumer) ? `, and the consumer had worked on what it got after ${duration(consumer)}` : '';
  return [`The producer had put its ${count(n, 'item')} after ${duration(producer)}${then}.`];
}

function ofWaiting(facts: Facts): string[] {
  const [most, longest, room] = [number(facts, 'largestQueue'), number(facts, 'longestPutMs'), number(facts, 'room')];
  if (!(most > 0)) {
    return [];
  }
  const waited = `At most ${count(most, 'item')} waited in the queue`;
  const put = Number.isFinite(longest) ? `, and the longest put took ${duration(longest)}` : '';
  return [
    room === 0
      ? `${waited}${put}. It has no limit: a consumer that stays behind is seen only by the memory that the items need.`
      : most < room
        ? `${waited}${put}. It has room for ${room}, so it was never full.`
        : `${waited}${put}. It has room for ${room}: while it is full, put waits. So the slow side holds back the fast one, and that is called backpressure.`,
  ];
}

function ofDone(facts: Facts): string[] {
  const [done, n] = [number(facts, 'done'), number(facts, 'items')];
  const end = number(facts, 'room') > 0 ? ': a full queue makes a producer wait, and drops nothing.' : '.';
  return done === n ? [`All ${count(n, 'item')} came through${end}`] : [];
}
