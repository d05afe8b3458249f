import { threeWays } from '../programs/tracing/contestants.mjs';

export default {
  id: 'tracing-d',
  title: 'What tracing costs: 200,000 small messages through a queue, as in row (d)',
  unit: 'messages/s',
  better: 'more',
  ...threeWays('queue.mjs', '1', '1', '200000'),
  targets: [{ says: 'not traced', ours: 'not traced', beside: 'no tracer in the code', atLeast: 0.95 }],
};
