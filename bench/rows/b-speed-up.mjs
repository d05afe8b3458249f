import { nodePeers } from '../programs/pool/contestants.mjs';

const node = 'programs/pool/speed-up.mjs';
const C = { name: 'C with fork', c: 'c/speed-up.c' };

export default {
  id: 'b',
  title: '64 tasks of 20 ms on the processor: two workers beside one',
  unit: 'times as fast',
  better: 'more',
  contestants: [
    { name: 'Pool.map', ours: true, node, args: ['ours'] },
    C,
    { name: 'Python Pool.map, chunksize 1', python: 'python/speed_up.py' },
    ...nodePeers(node, []),
  ],
  targets: [{ says: 'beside C', ours: 'Pool.map', beside: C.name, atLeast: 0.97 }],
};
