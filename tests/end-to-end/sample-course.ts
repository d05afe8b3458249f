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

## Quiz

### heap

What do threads share?

- [ ] Nothing: each has a copy of the heap
  > Tempting, because each has a stack. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)
- [x] Yes, the heap
  > What one thread writes, the others read. [See it](#run)

### both

What has a memory of its own?

- [x] Yes: a process
  > It has an address space.
- [x] Yes: a forked child
  > It has a copy of its parent's. [See it](#run)
- [ ] A thread
  > It shares. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)

### true

A thread may read what another one wrote.

- [x] True
  > The heap is one. [See it](#run)
- [ ] False
  > That is about processes. [Believed](misconceptions.md#each-thread-has-a-heap-of-its-own)

### which

Which has a PID of its own?

- [x] Process
  > It is the number of a process. [See it](#run)
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

### slower

When is a pool slower than a loop?

> When handing over takes longer than the work itself.
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
  writeFiles(folder, { 'course.yaml': COURSE, 'misconceptions.md': MISCONCEPTIONS, ...lessons });
  return folder;
}
