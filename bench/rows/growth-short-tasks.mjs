const ours = (workers) => ({ name: `${workers} worker${workers === '1' ? '' : 's'}`, ours: true, node: 'programs/growth/workers.mjs', args: [workers, 'short'] });
const python = (workers) => ({ name: `Python Pool.map, ${workers} processes`, python: 'python/growth.py', args: [workers] });

export default {
  id: 'growth-short-tasks',
  title: 'Pool.map of 100,000 × square(n), by the number of workers',
  unit: 'tasks/s',
  better: 'more',
  isCurve: true,
  base: '2 workers',
  contestants: [...['1', '2', '4', '16', '64'].map(ours), ...['2', '64'].map(python)],
  notes: [
    'Tasks of a fraction of a microsecond: what is measured is the pool itself.',
    'Each call tries a few tasks on every worker, to learn how long they take, so it ends when the last of them has woken; in Python all workers take from one queue, and those that sleep need not wake.',
  ],
};
