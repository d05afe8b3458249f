import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Files } from '../../src/course/files.js';
import type { Known } from '../../src/course/index.js';
import { parseLesson } from '../../src/course/read.js';
import { anchorsOf, parseMarkdown } from '../../src/course/markdown.js';

/** A lesson without problems. */
export const LESSON = `---
id: pool
topic: pools
after: [process]
---

# How many processes do the work?

A pool is a set of workers.

## Predict

How many? (\`workerPids\`)

- [ ] \`9\`: one each
  > No.
- [x] \`1..3\`: at most the workers
  > Yes.

## Run

\`\`\`sh run
mp-tutor demo pool --workers 3
\`\`\`

## Answer

They share the tasks.

> [!TIP]
> A pool is a fixed set of workers.

## How it works

More.

## Your turn

Try it.

## Quiz

### pool-count

How many?

- [ ] Nine
  > No.
- [x] Three
  > Yes.

### pool-why

Why?

> Because.
`;

/** A tutor with two demos. */
export const known: Known = {
  demo(name, args) {
    if (name !== 'pool' && name !== 'threads') {
      return { wrong: `there is no demo "${name}"`, mend: 'take pool, threads', meant: name === 'pol' ? 'pool' : undefined };
    }
    return args.includes('--wrokers') ? { wrong: `unknown option '--wrokers'`, mend: 'see --help' } : undefined;
  },
  facts: (demo) => ['hung', 'deaths', ...(demo === 'pool' ? ['workerPids', 'measured.one'] : [])],
};

/** Files that are only thought of: their texts by absolute path. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    kind: (path) => (Object.hasOwn(texts, path) ? 'file' : 'nothing'),
    read: (path) => ({ text: texts[path] ?? '' }),
    anchors(path) {
      const root = parseMarkdown(texts[path] ?? '');
      return root ? anchorsOf(root) : [];
    },
  };
}

/**
 * `line:column: what is wrong; how to mend it` for each problem of a lesson that lies beside these files in `/course`;
 * what breaks the lesson is told with `!` instead of the second colon.
 */
export function toldOf(text: string, beside: Readonly<Record<string, string>> = {}): string[] {
  const files = Object.fromEntries(Object.entries(beside).map(([name, each]) => [`/course/${name}`, each]));
  return parseLesson(text, '/course/pool.md', known, memoryFiles(files)).problems.map(
    ({ place, wrong, mend, breaks }) => `${place.line}:${place.column}${breaks ? '!' : ':'} ${wrong}; ${mend}`,
  );
}

/** The lesson with one text in place of another, which it must hold once. */
export function changed(from: string, to: string, text = LESSON): string {
  if (text.split(from).length !== 2) {
    throw new Error(`"${from}" does not stand in the lesson once`);
  }
  return text.replace(from, () => to);
}

/** A folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-course-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
