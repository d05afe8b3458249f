import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const COURSE = `id: sample
title: A sample course
topics: [threads, pool]
`;

const MISCONCEPTIONS = `# What people believe

## Each thread has a heap of its own

The heap is one.

## A pool starts a process for each task

Its workers are reused.
`;

/** Together with the next: a question of each kind. */
const THREADS = `---
id: threads
---

# What do threads share?

Threads live in one process.

## Run

\`\`\`sh run
mp-tutor demo threads --delay 0
\`\`\`

## Answer

The heap is one, and each thread has a stack of its own.

> [!TIP]
> Threads of one process share its heap.

### Claim: each process has a number of its own

\`\`\`yaml proof
run: demo spawn --items 2 --delay 0
always: workerPids == 2
contrast: demo spawn --items 1 --delay 0
because: The operating system gives each process a number.
shows: workerPids
\`\`\`

## Quiz

### heap

What do threads share?

- [ ] Nothing: each has a copy of the heap
  > Tempting, because each has a stack. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)
- [x] Yes, the heap
  > What one thread writes, the others read. [Proof](#claim-each-process-has-a-number-of-its-own)

### both

What has a memory of its own?

- [x] Yes: a process
  > It has an address space.
- [x] Yes: a forked child
  > It has a copy of its parent's. [Proof](#claim-each-process-has-a-number-of-its-own)
- [ ] A thread
  > It shares. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)

### true

A thread may read what another one wrote.

- [x] True
  > The heap is one. [Proof](#claim-each-process-has-a-number-of-its-own)
- [ ] False
  > That is about processes. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)

### which

Which has a PID of its own?

- [x] Process
  > It is the number of a process. [Proof](#claim-each-process-has-a-number-of-its-own)
- [ ] Thread
  > Its number is another. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)
- [ ] Both
  > Only one. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)
- [ ] Neither
  > One has. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)
`;

const POOL = `---
id: pool
after: [threads]
---

# Why a pool?

## Answer

Its workers are reused.

> [!TIP]
> A pool is a fixed set of workers.

## Quiz

### prints

What does it print?

\`\`\`js
const rows = [1, 2];
console.log(rows.map((n) => n * n));
\`\`\`

1. [x] \`[ 1, 4 ]\`
   > In the order of the inputs.
2. [ ] \`[ 4, 1 ]\`
   > The order is kept. [Believed](misconceptions.md#a-pool-starts-a-process-for-each-task)

\`\`\`yaml proof
claim: it prints the squares in the order of the inputs
run: node rows.mjs
always: output == ["[ 1, 4 ]"]
contrast: node rows.mjs backwards
because: https://tc39.es/ecma262/#sec-array.prototype.map
times: 2
\`\`\`

### slower

When is a pool slower than a loop? [Definition](#definition)

> When handing over takes longer than the work itself.
`;

const ROWS = `const rows = process.argv[2] === 'backwards' ? [2, 1] : [1, 2];
console.log(rows.map((n) => n * n));
`;

/** Its key is wrong, as its proof shows. */
const WRONG = `---
id: wrong
topic: pool
---

# Does a pool start many processes?

## Answer

No.

> [!TIP]
> No.

## Quiz

### restarted

Does a pool of two start a process for each of four inputs?

- [x] Yes
  > So says this key, which is wrong.
- [ ] No
  > It is right, but the key says otherwise. [Believed](misconceptions.md#a-pool-starts-a-process-for-each-task)

\`\`\`yaml proof
claim: each input gets a process of its own
run: demo pool --workers 2 --items 4 --delay 0
always: workerPids == 4
contrast: demo spawn --items 1 --delay 0
because: Nothing, since it is wrong.
\`\`\`
`;

/** Its model answer is wrong, as the proof that it links to shows. */
const WRONG_MODEL = `---
id: model
topic: pool
---

# Why does a pool start many processes?

## Answer

It does not.

> [!TIP]
> It does not.

### Claim: each input gets a process of its own

\`\`\`yaml proof
run: demo pool --workers 2 --items 4 --delay 0
always: workerPids == 4
contrast: demo spawn --items 1 --delay 0
because: Nothing, since it is wrong.
\`\`\`

## Quiz

### why

Why does a pool of two start a process for each of four inputs?

> So that each has one. [Proof](#claim-each-input-gets-a-process-of-its-own)
`;

/** Makes a folder that is gone with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their paths in a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A course with one question of each kind, in a folder of its own. */
export function sampleCourse(): string {
  const folder = temporaryFolder();
  const lessons = { '1-threads.md': THREADS, '2-pool.md': POOL };
  writeFiles(folder, { 'course.yaml': COURSE, 'misconceptions.md': MISCONCEPTIONS, 'rows.mjs': ROWS, ...lessons });
  return folder;
}

/** The same course with two lessons more, `wrong` and `model`: the key of one's question and the model answer of the other's are refuted. */
export function courseWithWrongKey(): string {
  const folder = sampleCourse();
  writeFiles(folder, { '3-wrong.md': WRONG, '4-model.md': WRONG_MODEL });
  return folder;
}
