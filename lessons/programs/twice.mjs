// A process acquires a lock "again" while it holds it, or it releases it "first".
import { Lock } from 'mp-tutor/multiprocessing';

const lock = new Lock();
await lock.acquire();
console.log('acquired once');
if (process.argv[2] === 'first') lock.release();
await lock.acquire();
console.log('acquired twice');
lock.release();
