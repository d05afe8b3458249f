const COUNTS = ['10000', '100000', '1000000'];
const named = (count, how) => `${Number(count).toLocaleString('en')}, ${how}`;
const ours = (how) => (count) => ({ name: named(count, how), ours: true, node: 'programs/growth/messages.mjs', args: [count, how] });

export default {
  id: 'growth-messages',
  title: 'Small messages through a queue, by their number',
  unit: 'messages/s',
  better: 'more',
  isCurve: true,
  contestants: [...COUNTS.map(ours('flowing')), ...COUNTS.map(ours('waiting'))],
  targets: [
    { says: 'a million beside ten thousand', ours: named('1000000', 'flowing'), beside: named('10000', 'flowing'), atLeast: 0.9 },
    { says: 'a million that all wait first, beside a hundred thousand', ours: named('1000000', 'waiting'), beside: named('100000', 'waiting'), atLeast: 0.9 },
    { says: 'a million that all wait first, beside ten thousand', ours: named('1000000', 'waiting'), beside: named('10000', 'waiting'), atLeast: 0.9 },
  ],
  notes: ['Flowing: from one process to another. Waiting: one process puts all of them into the queue and then takes them out.', 'The messages are bare numbers, and each put is awaited, unlike those of row (d). A record takes 40 bytes: ten thousand that wait take 0.4 MB, a million 40.'],
};
