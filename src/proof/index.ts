/** Proves claims: which runs they want, what each says of them, and what follows. */
export { prove, proveAll } from './prove.js';
export type { Evidence, Machine, Perform, Status, Verdict } from './verdict.js';
export { whySkipped } from './why-skipped.js';
