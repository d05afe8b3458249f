import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../programs/growth/items.mjs', import.meta.url));
const COUNTS = ['10000', '100000', '1000000', '4000000'];
const named = (count) => `${Number(count).toLocaleString('en')} items`;

export default {
  id: 'growth-memory',
  title: "Pool.imap of square(n) over a generator: the program's peak of memory, by the number of items",
  unit: 'MiB',
  better: 'less',
  isCurve: true,
  contestants: [
    ...COUNTS.map((count) => ({ name: named(count), ours: true, node: 'programs/growth/items.mjs', args: [count, 'peak'] })),
    ...['100000', '1000000'].map((count) => ({
      name: `${named(count)}, young generation of 1 MiB`,
      ours: true,
      command: [process.execPath, '--max-semi-space-size=1', program, count, 'peak'],
    })),
  ],
  targets: [
    { says: 'a million items beside a hundred thousand', ours: named('1000000'), beside: named('100000'), atMost: 1.1 },
    { says: 'four million items beside a million', ours: named('4000000'), beside: named('1000000'), atMost: 1.1 },
  ],
  notes: ['Before that, each has done 10,000 items. A bare Node takes some 40 MiB.', 'The more is allocated, the larger V8 makes its young generation, up to a bound, which `node --max-semi-space-size` sets.'],
};
