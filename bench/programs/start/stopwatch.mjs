// Row (c): `node stopwatch.mjs EXPECTED PROGRAM [ARGUMENT]…` prints how many ms pass between the decision to start the
// program and its first output, which must be EXPECTED; or its end, where it says nothing. The median of several times.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { print } from '../repeat.mjs';

const TIMES = 5;
const [expected, program, ...args] = process.argv.slice(2);

const times = [];
for (let time = 0; time < TIMES; time += 1) {
  times.push(await start());
}
print(times.toSorted((one, other) => one - other)[Math.floor(TIMES / 2)]);

async function start() {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let took;
  child.stdout.on('data', (data) => {
    took ??= performance.now() - began;
    output += data;
  });
  const [[status]] = await Promise.all([once(child, 'exit').finally(() => (took ??= performance.now() - began)), once(child.stdout, 'end')]);
  if (status !== 0 || output.trim() !== expected) {
    throw new Error(`${[program, ...args].join(' ')} ended with ${status} and said ${JSON.stringify(output)}`);
  }
  return took;
}
