// What fits into a cell of an Int32Array, or of a Float64Array?
import { SharedArray } from 'mp-tutor/multiprocessing';

const { array } = new SharedArray(process.argv[2], 1);
array[0] = 50_000 ** 2;
console.log('big:', array[0]);
