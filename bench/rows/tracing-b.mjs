import { threeWays } from '../programs/tracing/contestants.mjs';

export default { id: 'tracing-b', title: 'What tracing costs: 8 tasks that compute for some 20 ms, 2 workers; row (b) has 64', ...threeWays('b') };
