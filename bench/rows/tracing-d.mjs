import { threeWays } from '../programs/tracing/contestants.mjs';

export default { id: 'tracing-d', title: 'What tracing costs: 20,000 small messages through a queue, to the main process', ...threeWays('d') };
