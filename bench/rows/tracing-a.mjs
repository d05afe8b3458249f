import { threeWays } from '../programs/tracing/contestants.mjs';

export default { id: 'tracing-a', title: 'What tracing costs: 10,000 × square(n) in one call, 2 workers, as in row (a)', ...threeWays('a') };
