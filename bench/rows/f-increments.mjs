export default {
  id: 'f',
  title: 'Two processes add to one shared number',
  unit: 'increments/s',
  better: 'more',
  contestants: [
    { name: 'SharedArray and Atomics', ours: true, node: 'programs/count.mjs', args: ['atomics', '10000000'] },
    { name: 'SharedArray and Lock', ours: true, node: 'programs/count.mjs', args: ['lock', '1000000'] },
    { name: 'C, atomic', c: 'c/count.c', args: ['atomic', '20000000'] },
    { name: 'C, pthread mutex', c: 'c/count.c', args: ['mutex', '5000000'] },
    { name: 'Python, Value and its lock', python: 'python/count.py', args: ['100000'] },
  ],
  notes: ['A process of ours may take the lock again for up to 5 ms past others that wait, so most of its increments meet no contention; a mutex of C and of Python is fought for each time.'],
  targets: [
    { says: 'Atomics ≥ 0.2 × C atomic', ours: 'SharedArray and Atomics', beside: 'C, atomic', atLeast: 0.2 },
    { says: 'Lock ≥ 5 × Python Value', ours: 'SharedArray and Lock', beside: 'Python, Value and its lock', atLeast: 5 },
  ],
};
