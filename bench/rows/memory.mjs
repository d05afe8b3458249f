import { nodePeers } from '../programs/pool/contestants.mjs';

const node = 'programs/pool/memory.mjs';

export default {
  id: 'memory',
  title: 'Memory of a worker in a pool of eight, which has done a task',
  unit: 'MiB a worker',
  better: 'less',
  contestants: [{ name: 'Pool', ours: true, node, args: ['ours'] }, ...nodePeers(node, [])],
  notes: ['With what the main process needs for it. Pages that processes share count for each by its share (Pss; Linux only).'],
};
