import { nodePeers } from '../programs/pool/contestants.mjs';

const node = 'programs/pool/many.mjs';
const python = (name, kind) => ({ name, python: 'python/many.py', args: [kind, 'in turn'] });

export default {
  id: 'a-in-turn',
  title: '2,000 × square(n), each awaited before the next is given, 2 workers',
  unit: 'tasks/s',
  better: 'more',
  contestants: [
    { name: 'Pool.apply', ours: true, node, args: ['ours', 'in turn'] },
    python('Python Pool.apply', 'pool'),
    python('ProcessPoolExecutor.submit', 'executor'),
    ...nodePeers(node, ['in turn']),
  ],
  notes: ['What is measured is the way there and back. Threads share memory, and those of piscina sleep on a shared word between two tasks.'],
};
