import { move } from 'piscina';
import { touch } from './tasks.mjs';

/** Gives the memory itself back, without a copy. */
export default (array) => move(touch(array));
