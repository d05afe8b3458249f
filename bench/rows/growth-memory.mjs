const COUNTS = ['10000', '100000', '1000000', '4000000'];
const named = (count) => `${Number(count).toLocaleString('en')} items`;

export default {
  id: 'growth-memory',
  title: "Pool.imap of square(n) over a generator: the program's peak of memory, by the number of items",
  unit: 'MiB',
  better: 'less',
  isCurve: true,
  contestants: COUNTS.map((count) => ({ name: named(count), ours: true, node: 'programs/growth/items.mjs', args: [count, 'peak'] })),
  targets: [{ says: 'four million items beside a million', ours: named('4000000'), beside: named('1000000'), atMost: 1.1 }],
  notes: ['Before that, each has done 10,000 items. A bare Node takes some 40 MiB.'],
};
