// Compiles src/ to dist/. The demos are stripped of their types instead, so that what runs, what `--source` shows
// and what `--eject` writes is the same text, blank lines and comments included.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'sucrase';
import { bundleLibrary, bundleTutor } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/package.json').replace('package.json', 'bin/tsc');

rmSync(`${root}/dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', root], { stdio: 'inherit' });
if (status !== 0) {
  process.exit(1);
}
for (const file of readdirSync(`${root}/src/demos`).filter((name) => name.endsWith('.ts'))) {
  const source = readFileSync(`${root}/src/demos/${file}`, 'utf8');
  const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true });
  // Where an interface stood, only blank lines are left.
  writeFileSync(`${root}/dist/demos/${file.replace('.ts', '.js')}`, code.replace(/\n{3,}/g, '\n\n'));
}
// What every command would otherwise have to parse first.
const { compiledContents, compiledCourse, contentsOf } = await import('../dist/course/index.js');
const { digestOf } = await import('../dist/course/digest.js');
const { readCourse } = await import('../dist/course/read.js');
const { known } = await import('../dist/cli/known.js');
const lessons = `${root}lessons`;
const readAt = Date.now();
const course = await readCourse(lessons, known);
const digest = digestOf(lessons);
writeFileSync(`${root}/dist/course.json`, compiledCourse(course, digest));
writeFileSync(`${root}/dist/contents.json`, compiledContents({ digest, readAt, contents: contentsOf(course) }));
await bundleTutor(root);
await bundleLibrary(root);
// Last of all: bin/mp-tutor.js takes a dist/ without it, which a failed or interrupted build leaves, for none.
writeFileSync(`${root}/dist/complete`, '');
