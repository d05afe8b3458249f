import { CourseError } from './errors.js';
import { ID_RULE, isId } from './ids.js';
import type { Course } from './lesson.js';

/** The course that the lesson goes into. */
type Around = Pick<Course, 'topics' | 'misconceptions'>;

/**
 * The text of a lesson to begin with, which has no problems: it takes its topic and a misconception from the course if
 * that has some.
 * @throws CourseError when the id is none
 */
export function newLesson(id: string, { topics, misconceptions }: Around = { topics: [], misconceptions: new Map() }): string {
  if (!isId(id)) {
    throw new CourseError(`"${id}" is not an id. Use ${ID_RULE}.`);
  }
  const links = [...misconceptions].slice(0, 1).map(([anchor, heading]) => `\n  > [${heading}](misconceptions.md#${anchor})`);
  return `---
id: ${id}
topic: ${topics[0] ?? id}
after: []
---

# Nine tasks and a pool of three: how many processes do the work?

Say in a few lines what the question is about. Replace everything here by your own.
\`mp-tutor check\` tells what is missing.

\`\`\`python
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(1, 10)))
\`\`\`

## Predict

How many different processes will do tasks? (\`workerPids\`)

- [ ] \`9\`: one for each task
  > That is a \`Process\` for each item. A pool reuses its workers.
- [ ] \`4..8\`: as many as there is work for
  > The number is fixed when the pool starts.
- [x] \`1..3\`: at most the three workers
  > A quick worker may take several tasks, so it can be fewer than three.

## Run

\`\`\`sh run
mp-tutor demo pool --workers 3 --items 9
\`\`\`

## Answer

A pool starts its workers once, and they share all the tasks.

> [!TIP]
> A pool is a fixed set of worker processes that share the tasks.
> \`map\` returns the results in the order of the inputs.

### Claim: at most three processes do the work

A claim is shown by runs: in those of \`run\` it must hold, in that of \`contrast\` it must fail.

\`\`\`yaml proof
run: demo pool --workers 3 --items 9 --delay 0
always: workerPids <= 3
contrast: demo spawn --items 9 --delay 0
because: a pool starts its workers once, and gives all tasks to them
\`\`\`

## Your turn

Add \`time.sleep(0.1)\` to \`square\`. How many processes do tasks now?

## Quiz

### ${id}-processes

Does \`Pool(3)\` start a process for each of nine inputs?

- [ ] Yes, nine
  > That is \`Process\` in a loop.${links.join('')}
- [x] No, three for all
  > The workers are started once and reused. [Proof](#claim-at-most-three-processes-do-the-work)

### ${id}-word

Explain in one sentence what a pool is. [Definition](#definition)

> A fixed set of worker processes, started once, that share the tasks.
`;
}
