import { Piscina } from 'piscina';

const pool = new Piscina({ filename: new URL('./square.mjs', import.meta.url).href, minThreads: 2, maxThreads: 2 });
console.log(await pool.run(7, { name: 'square' }));
await pool.destroy();
