// The same work in processes and in threads, with Node's own child_process and worker_threads: what does each cost,
// what does a crash take with it, and what is shared?
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import { mark, span } from 'mp-tutor/multiprocessing';

type Member = Worker | ChildProcess;
type Message = { work?: number; pause?: number; list?: number[]; cell?: Int32Array; die?: 'error' | 'SIGKILL' };

const file = fileURLToPath(import.meta.url);
const rss = () => process.memoryUsage.rss();
const reply = (message: unknown) => (parentPort ? parentPort.postMessage(message) : process.send?.(message));
const send = (to: Member, message: Message) => (to instanceof Worker ? to.postMessage(message) : to.send(message));
const end = (member: Member) => (member instanceof Worker ? member.terminate() : member.kill());

/** Starts a process or a thread, and waits until it can be asked. */
async function start(kind: string): Promise<Member> {
  const member = kind === 'thread' ? new Worker(file, { argv: ['member'] }) : fork(file, ['member']);
  await once(member, 'message');
  return member;
}

async function ask(member: Member, message: Message): Promise<number> {
  send(member, message);
  const [answer] = await once(member, 'message');
  return answer;
}

/** Without this, we would wait for ever for the answer of a process that somebody has killed. */
function mourn(member: Member): Member {
  return member.once('exit', (_code: number, signal?: string) => {
    if (signal === 'SIGKILL') throw new Error('a process that was to be measured has been killed');
  });
}

/** What a process or a thread does for one message; it answers with the memory of its process. */
async function serve({ work, pause, list, cell, die }: Message) {
  if (work) {
    const working = span('work', { item: work });
    for (let i = 0, sum = 0; i < 2e7; i++) sum = (sum + i * work) % 1e9;
    await sleep(pause);
    working.end();
  }
  list?.push(42);
  if (cell instanceof Int32Array) cell[0] = 42;
  if (die === 'error') throw new Error('an error that nobody catches');
  if (die === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  reply(rss());
}

async function measure(kind: string, workers: number, items: number, pause: number) {
  const measuring = span(`measure a ${kind}`);

  const starts: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    const member = await start(kind);
    starts.push(performance.now() - began);
    await end(member);
  }
  const startMs = Math.round(starts.toSorted((a, b) => a - b)[1] ?? 0);

  const before = rss();
  const first = mourn(await start(kind));
  const memory = await ask(first, {});
  const memoryMb = Math.round((kind === 'thread' ? memory - before : memory) / 2 ** 20);

  const asked = performance.now();
  for (let i = 0; i < 500; i++) await ask(first, {});
  const messageUs = Math.round(((performance.now() - asked) / 500) * 1000);

  const list = [1];
  const cell = new Int32Array(new SharedArrayBuffer(4));
  await ask(first, { list, cell });
  const shares = { list: list.length === 2, sharedMemory: cell[0] === 42 };

  const members = [first];
  while (members.length < workers) members.push(mourn(await start(kind)));
  const workMs = await time(members, items, pause);
  const aloneMs = await time([first], items, 0);
  const togetherMs = await time(members, items, 0);
  for (const member of members) await end(member);

  const takes = { error: await crash(kind, 'error'), SIGKILL: await crash(kind, 'SIGKILL') };
  measuring.end();
  const result = { startMs, memoryMb, messageUs, workMs, aloneMs, togetherMs, takes, shares };
  mark('fact', { [kind]: result });
  console.log(`a ${kind}: ${startMs} ms to start, ${memoryMb} MB; a message and its answer took ${messageUs} µs`);
  console.log(`all the work took ${workMs} ms; without pauses, one took ${aloneMs} ms and ${workers} took ${togetherMs} ms`);
  console.log(`an uncaught error takes ${takes.error}; a SIGKILL takes ${takes.SIGKILL}`);
}

/** How long the members take for all the work together, in milliseconds. */
async function time(members: readonly Member[], items: number, pause: number): Promise<number> {
  const began = performance.now();
  const share = async (member: Member, work: number) => {
    for (; work <= items; work += members.length) await ask(member, { work, pause });
  };
  await Promise.all(members.map((member, index) => share(member, index + 1)));
  return Math.round(performance.now() - began);
}

/** Starts a small program with one member, which dies; says what the death took with it. */
async function crash(kind: string, die: string) {
  const program = fork(file, ['program', kind, die], { silent: true });
  const [said] = await Promise.race([once(program, 'message'), once(program, 'exit')]);
  return said === 'alive' ? `the ${kind}` : 'the whole program';
}

const [role = '{}', kind = '', die] = process.argv.slice(2);
if (role === 'member') {
  (parentPort ?? process).on('message', (message: Message) => void serve(message));
  reply('ready');
} else if (role === 'program') {
  const member = await start(kind);
  member.on('error', () => {});
  send(member, { die: die === 'error' ? die : 'SIGKILL' });
  await new Promise((resolve) => member.once('exit', resolve));
  reply('alive');
  process.disconnect();
} else {
  const { workers = 2, items = 6, delay = 500 } = JSON.parse(role);
  await measure('process', workers, items, delay);
  await measure('thread', workers, items, delay);
}
