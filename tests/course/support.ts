import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Files, summarise } from '../../src/course/files.js';
import { programNames } from '../../src/course/program-names.js';
import type { Known } from '../../src/course/index.js';
import { parseLesson } from '../../src/course/read.js';

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

/** A lesson with a claim of its answer, one of a section, and one of a question; without problems beside `PROGRAMS`. */
export const CLAIMS = [
  ['> A pool is a fixed set of workers.\n', `> A pool is a fixed set of workers.

### Claim: at most *three* do the work

Look.

\`\`\`yaml proof
run: demo pool --workers 3
always: workerPids <= 3
contrast: demo pool --workers 9
because: https://example.org/pool
\`\`\`
`],
  ['More.\n', `More.

### Claim: a dead child is missed

\`\`\`yaml proof
run: python3 programs/wait.py
hung: true
contrast: node programs/wait.mjs
\`\`\`

### Not a claim

Text.
`],
  ['How many?\n\n- [ ] Nine', `How many?

\`\`\`yaml proof
claim: nine are done
run: node programs/wait.mjs
sometimes: done == 9 && printed.total > 1
contrast: node programs/wait.mjs --none
\`\`\`

- [ ] Nine`],
  ['> Because.', '> Because. [Proof](#claim-a-dead-child-is-missed)'],
].reduce((text, [from = '', to = '']) => changed(from, to, text), LESSON);

/** What the lessons run. */
export const PROGRAMS = {
  'programs/wait.py': 'print(f"total: {1 + 1}")\n',
  'programs/wait.mjs': `mark('fact', { done: 9 });\nconsole.log('total: 2');\n`,
};

/** A tutor with two demos. */
export const known: Known = {
  demo(name, args) {
    if (name !== 'pool' && name !== 'threads') {
      return { wrong: `there is no demo "${name}"`, mend: 'take pool, threads', meant: name === 'pol' ? 'pool' : undefined };
    }
    return args.includes('--wrokers') ? { wrong: `unknown option '--wrokers'`, mend: 'see --help' } : undefined;
  },
  facts: (demo) => ['hung', 'deaths', 'printed', ...(demo === 'pool' ? ['workerPids', 'measured.one'] : [])],
  plainFacts: (demo) => ['hung', ...(demo === 'pool' ? ['workerPids', 'measured.one'] : [])],
  program: (demo) => `/course/../demos/${demo}.js`,
};

/** Files that are only thought of: their texts by absolute path. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    kind: (path) => (Object.hasOwn(texts, path) ? 'file' : 'nothing'),
    real: (path) => path,
    read: (path) => ({ text: texts[path] ?? '' }),
    anchors: (path) => summarise(texts[path] ?? '', path).anchors,
    lessonId: (path) => summarise(texts[path] ?? '', path).id,
    names: (path) => programNames(texts[path] ?? ''),
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
