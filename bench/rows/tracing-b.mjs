import { threeWays } from '../programs/tracing/contestants.mjs';

export default {
  id: 'tracing-b',
  title: 'What tracing costs: 64 tasks that compute for some 20 ms, 2 workers, as in row (b)',
  unit: 'tasks/s',
  better: 'more',
  ...threeWays('growth/workers.mjs', '2', 'longest'),
  targets: [{ says: 'not traced', ours: 'not traced', beside: 'no tracer in the code', atLeast: 0.95 }],
};
