import { threeWays } from '../programs/tracing/contestants.mjs';

export default {
  id: 'tracing-a',
  title: 'What tracing costs: 10,000 × square(n) in one call, 2 workers, as in row (a)',
  unit: 'tasks/s',
  better: 'more',
  ...threeWays('pool/many.mjs', 'ours', 'map'),
  targets: [{ says: 'not traced', ours: 'not traced', beside: 'no tracer in the code', atLeast: 0.95 }],
};
