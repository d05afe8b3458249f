import { names, nodePeers } from '../programs/pool/contestants.mjs';

const copies = [
  { name: 'C, copied in and out', c: 'c/copy.c' },
  { name: 'Python Pool, pickled', python: 'python/array_round.py', args: ['pool'] },
  // The processes of tinypool and workerpool are sent JSON: 16 s for workerpool, over a minute for tinypool.
  ...nodePeers('programs/pool/array.mjs', [], { only: ['piscina', 'tinypool, threads', 'workerpool, threads', 'jest-worker, threads', 'jest-worker, processes'] }),
];
const OURS = 'SharedArray in place';

export default {
  id: 'g',
  title: '64 MiB of numbers to a worker and back',
  unit: 'ms',
  better: 'less',
  contestants: [
    { name: OURS, ours: true, node: 'programs/pool/array.mjs', args: ['in-place'] },
    { name: 'SharedArray, first use, with library and worker', ours: true, node: 'programs/pool/array.mjs', args: ['first'] },
    { name: 'Pool.apply, copied', ours: true, node: 'programs/pool/array.mjs', args: ['ours'] },
    ...copies,
    // Between threads of one process, the memory itself changes hands: nothing is copied.
    { name: 'piscina, transferred', peer: 'piscina', node: 'programs/pool/array.mjs', args: ['transfer'] },
    { name: 'Python shared_memory in place', python: 'python/array_round.py', args: ['shared'] },
  ],
  notes: ['A transfer moves the memory between threads of one process and is as quick; the sender has it no longer, and two workers cannot have it at once.'],
  targets: [{ says: 'in place, at most a twentieth of the quickest that copies', ours: OURS, beside: names(copies), atMost: 0.05 }],
};
