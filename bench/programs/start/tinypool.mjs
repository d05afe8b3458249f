import { Tinypool } from 'tinypool';

const filename = new URL('./square.mjs', import.meta.url).href;
const pool = new Tinypool({ filename, runtime: process.argv[2], minThreads: 2, maxThreads: 2 });
console.log(await pool.run(7, { name: 'square' }));
await pool.destroy();
