const ours = (workers) => ({ name: `${workers} worker${workers === '1' ? '' : 's'}`, ours: true, node: 'programs/growth/workers.mjs', args: [workers, 'long'] });

export default {
  id: 'growth-workers',
  title: 'Pool.map of 1,000 tasks that compute for half a millisecond, by the number of workers',
  unit: 'tasks/s',
  better: 'more',
  isCurve: true,
  base: '2 workers',
  contestants: ['1', '2', '4', '16', '64'].map(ours),
  targets: [{ says: '64 workers beside two, on two cores', ours: '64 workers', beside: '2 workers', atLeast: 0.8 }],
  notes: ['More workers than cores gain nothing; the question is what they cost.'],
};
