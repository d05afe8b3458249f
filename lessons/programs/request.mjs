// A server computes for 300 ms for one request. How long does another one wait for its answer?
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

const mend = process.argv[2];

function compute() {
  for (const end = Date.now() + 300; Date.now() < end; );
}

async function computeReport() {
  if (mend === 'async') compute();
  else if (mend === 'immediate') await new Promise((done) => setImmediate(() => done(compute())));
  else await once(new Worker(fileURLToPath(import.meta.url)), 'exit');
}

if (!isMainThread) {
  compute();
} else {
  const other = [];
  const server = createServer((request, response) => {
    const isReport = request.url === '/report';
    if (isReport) other.push(timeOf(ask('/')));
    void (isReport ? computeReport() : Promise.resolve()).then(() => response.end('done\n'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  const ask = async (path) => {
    const [response] = await once(get({ port, path, agent: false }), 'response');
    response.resume();
    await once(response, 'end');
  };
  const timeOf = async (answer) => {
    const began = performance.now();
    await answer;
    return Math.round(performance.now() - began);
  };
  await ask('/report');
  const [waited] = await Promise.all(other);
  console.log(`waited: ${waited}`);
  server.close();
}
