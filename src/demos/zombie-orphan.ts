// Two ways to be left behind. A child that has ended, and that its parent does not collect, is a zombie. One that goes on while
// its parent has ended is an orphan. (The library would end the orphan, so these are children of Node's own module.)
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark } from 'mp-tutor/multiprocessing';

const self = fileURLToPath(import.meta.url);
/** How long an orphan would live that nobody ended. */
const LIFE_MS = 20_000;

/** State and parent of a process, as the operating system knows them. */
function look(pid: number | undefined): { state: string; parent: number } {
  try {
    const [state = '', parent = ''] = execFileSync('ps', ['-o', 'stat=,ppid=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/);
    return { state: state.slice(0, 1), parent: Number(parent) };
  } catch {
    return { state: 'gone', parent: 0 }; // ps fails when it finds nobody
  }
}

async function showZombie(delay: number) {
  const child = spawn(process.execPath, ['--eval', 'process.exit(7)']);
  const ended = once(child, 'exit');
  // Node collects its children when its event loop has a turn. So it gets none for a while.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay + 500);
  const { state } = look(child.pid);
  console.log(`the child ${child.pid} is not collected: state ${state}`);
  const [exitCode] = await ended;
  const after = look(child.pid).state;
  console.log(`it is collected: state ${after}, exit code ${exitCode}`);
  mark('fact', { uncollected: state, collected: after, childExitCode: exitCode });
}

async function showOrphan(delay: number, end: string) {
  const parent = spawn(process.execPath, [self, 'parent'], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const child = Number(String((await once(parent.stdout, 'data'))[0]));
  await sleep(delay);
  process.kill(end === 'ctrl-c' ? -Number(parent.pid) : Number(parent.pid), end === 'ctrl-c' ? 'SIGINT' : end);
  await sleep(delay + 500);
  const { state, parent: now } = look(child);
  const alive = state !== 'gone' && state !== 'Z';
  console.log(`the parent ${parent.pid} got its end by ${end}: the child ${child} ${alive ? `goes on, its parent is ${now}` : 'is gone'}`);
  mark('fact', { childAlive: alive, adopted: alive && now !== parent.pid });
  if (alive) {
    process.kill(child, 'SIGKILL');
  }
}

if (process.argv[2] === 'parent') {
  const child = spawn(process.execPath, [self, 'child'], { stdio: 'ignore' });
  console.log(child.pid);
} else if (process.argv[2] === 'child') {
  await sleep(LIFE_MS);
} else if (isMain(import.meta.url)) {
  const { delay = 1200, end = 'SIGKILL' } = JSON.parse(process.argv[2] ?? '{}');
  await showZombie(delay);
  await showOrphan(delay, end);
}
