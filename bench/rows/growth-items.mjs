const COUNTS = ['10000', '100000', '1000000'];
const named = (count) => `${Number(count).toLocaleString('en')} items`;

export default {
  id: 'growth-items',
  title: 'Pool.imap of square(n) over a generator, by the number of items, 2 workers',
  unit: 'items/s',
  better: 'more',
  isCurve: true,
  contestants: COUNTS.map((count) => ({ name: named(count), ours: true, node: 'programs/growth/items.mjs', args: [count, 'rate'] })),
  targets: [
    { says: 'a million items beside a hundred thousand', ours: named('1000000'), beside: named('100000'), atLeast: 0.9 },
    { says: 'a million items beside ten thousand', ours: named('1000000'), beside: named('10000'), atLeast: 0.9 },
  ],
  notes: ['Of ten thousand, a fifth is read ahead before the first result is asked for.'],
};
