import { names, nodePeers, WITH_FLIGHTS } from '../programs/pool/contestants.mjs';

const node = 'programs/pool/many.mjs';
const python = (name, kind) => ({ name, python: 'python/many.py', args: [kind, 'together'] });
const peers = nodePeers(node, ['together']);
const tuned = nodePeers(node, ['together', '64'], { note: ', 64 tasks a worker', only: WITH_FLIGHTS });

export default {
  id: 'a-together',
  title: '10,000 × square(n), each a call of its own, all made at once, 2 workers',
  unit: 'tasks/s',
  better: 'more',
  contestants: [
    { name: 'Pool.apply', ours: true, node, args: ['ours', 'together'] },
    python('Python Pool.apply_async', 'pool'),
    python('ProcessPoolExecutor.submit', 'executor'),
    ...peers,
    ...tuned,
  ],
  targets: [
    { says: 'beside the best Node peer as it is', ours: 'Pool.apply', beside: names(peers), atLeast: 20 },
    { says: 'beside the best Node peer, 64 tasks a worker', ours: 'Pool.apply', beside: names(tuned), atLeast: 20 },
  ],
  notes: ['64 tasks a worker: `concurrentTasksPerWorker`, which only piscina and tinypool have, and recommend for tasks that wait.'],
};
