// A list goes through a queue and comes out. Is it the same list? The queue is one for "processes", or an "array".
import { Queue } from 'mp-tutor/multiprocessing';

const breads = ['rye'];
let got;
if (process.argv[2] === 'processes') {
  const queue = new Queue();
  await queue.put(breads);
  got = await queue.get();
} else {
  const array = [];
  array.push(breads);
  got = array.shift();
}
got.push('wheat');
console.log('got:', JSON.stringify(got));
console.log('mine:', JSON.stringify(breads));
