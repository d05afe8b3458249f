const ours = (workers) => ({ name: `Pool of ${workers}, ready`, ours: true, node: 'programs/growth/workers.mjs', args: [workers, 'start'] });
const forks = (workers) => ({ name: `${workers} × fork`, node: 'programs/growth/workers.mjs', args: [workers, 'forks'] });

export default {
  id: 'growth-start',
  title: 'Time to start a worker of a pool, by the size of the pool',
  unit: 'ms a worker',
  better: 'less',
  isCurve: true,
  contestants: [...['1', '4', '16', '64'].map(ours), ...['4', '64'].map(forks)],
  targets: [
    { says: 'a worker of 64 beside a worker of 4', ours: 'Pool of 64, ready', beside: 'Pool of 4, ready', atMost: 1.1 },
    { says: 'a worker of 64 beside a fork of a file that only answers', ours: 'Pool of 64, ready', beside: '64 × fork', atMost: 1.1 },
  ],
};
