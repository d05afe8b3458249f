// One kind of job, done in four ways: what does each take in time and memory, and what does a crash take along?
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { isMain, mark } from 'mp-tutor/multiprocessing';

type Job = { job: number; wait: number; steps: number; crash: number; data: Uint8Array };

const file = fileURLToPath(import.meta.url);

/** Of this process. On Linux, what is shared counts in part. */
function megabytes(): number {
  const pss = process.platform === 'linux' && /^Pss: +(\d+)/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'));
  return pss ? Number(pss[1]) / 1024 : process.memoryUsage.rss() / 2 ** 20;
}

function compute(steps: number): number {
  let total = 0;
  for (let n = 0; n < steps; n++) total = (total + n) % 1000;
  return total;
}

async function work({ job, wait, steps, crash }: Job): Promise<void> {
  await sleep(wait);
  if (job === crash) process.kill(process.pid, 'SIGKILL');
  compute(steps);
  writeSync(1, `done ${job} ${process.pid} ${megabytes()}\n`); // one write, which no crash can tear
}

async function inProcess(job: Job): Promise<void> {
  const child = fork(file, ['job'], { serialization: 'advanced' });
  child.send(job);
  await once(child, 'exit');
}

const ways: { [way: string]: (jobs: Job[]) => Promise<unknown> } = {
  loop: async (jobs) => {
    for (const job of jobs) await work(job);
  },
  processes: (jobs) => Promise.all(jobs.map(inProcess)),
  threads: (jobs) => Promise.all(jobs.map((job) => once(new Worker(file, { workerData: job }), 'exit'))),
  async: (jobs) => Promise.all(jobs.map(work)),
};

/** A small program that does the jobs in this way: what it told, line by line. */
function run(way: string, settings: object, crash: number): string[][] {
  const { stdout } = spawnSync(process.execPath, [file, JSON.stringify({ ...settings, crash }), way], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return stdout.split('\n').map((line) => line.split(' '));
}

function stepsFor(ms: number): number {
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    compute(1e6);
    return performance.now() - began;
  });
  return Math.round((ms / Math.min(...times)) * 1e6);
}

const [given = '{}', way] = process.argv.slice(2);
if (!isMainThread) {
  await work(workerData);
} else if (given === 'job') {
  const [job] = await once(process, 'message');
  await work(job);
  process.disconnect();
} else if (way) {
  const { items, data: size, ...settings } = JSON.parse(given);
  const data = new Uint8Array(size * 1e6).fill(1);
  const jobs = Array.from({ length: items }, (_, index) => ({ ...settings, data, job: index + 1 }));
  const began = performance.now();
  await ways[way]?.(jobs);
  writeSync(1, `end ${Math.round(performance.now() - began)} ${process.pid} ${megabytes()}\n`);
} else if (isMain(import.meta.url)) {
  const { items = 6, compute: ms = 50, wait = 200, data = 10, crash = 2 } = JSON.parse(given);
  const settings = { items, wait, data, steps: stepsFor(ms) };
  const fact: { [name: string]: { [way: string]: number | null } } = { ms: {}, memory: {}, done: {}, left: {} };
  for (const each in ways) {
    const told = run(each, settings, 0);
    const took = Number(told.find(([word]) => word === 'end')?.[1]);
    const memory = new Map(told.filter(([word]) => word).map(([, , pid, size]) => [pid, Number(size)]));
    const done = (lines: string[][]) => lines.filter(([word]) => word === 'done').length;
    Object.assign(fact['ms'] ?? {}, { [each]: Number.isFinite(took) ? took : null });
    Object.assign(fact['memory'] ?? {}, { [each]: Math.round([...memory.values()].reduce((sum, size) => sum + size, 0)) });
    Object.assign(fact['done'] ?? {}, { [each]: done(told) });
    Object.assign(fact['left'] ?? {}, { [each]: crash > 0 ? done(run(each, settings, crash)) : null });
    const of = (name: string) => fact[name]?.[each];
    const crashed = crash > 0 ? `; when job ${crash} crashes, ${of('left')} are done` : '';
    console.log(`${each}: ${of('ms')} ms, ${of('memory')} MB, ${of('done')} of ${items} jobs done${crashed}`);
  }
  mark('fact', fact);
}
