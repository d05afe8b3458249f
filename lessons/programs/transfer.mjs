// Two buffers are sent, one of them transferred. What is left of them here?
import { MessageChannel } from 'node:worker_threads';

const { port1 } = new MessageChannel();
const copied = new ArrayBuffer(8);
const moved = new ArrayBuffer(8);
port1.postMessage({ copied, moved }, process.argv[2] === 'transfer' ? [moved] : []);
console.log(`sizes: [${copied.byteLength}, ${moved.byteLength}]`);
port1.close();
