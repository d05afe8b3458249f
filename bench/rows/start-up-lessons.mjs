import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/mp-tutor.js', import.meta.url));
const KEPT = (count) => `${count.toLocaleString('en')} lessons`;
const FIRST = (count) => `${KEPT(count)}, read for the first time`;

export default {
  id: 'start-up-lessons',
  title: 'learn --list of a course of one\'s own',
  unit: 'ms',
  better: 'less',
  base: KEPT(20),
  contestants: (folder) => [20, 2000].flatMap((count) => {
    const lessons = makeLessons(join(folder, `lessons-${count}`), count);
    const list = (name, cache) => ({
      name,
      ours: true,
      wall: true,
      command: ['env', `XDG_STATE_HOME=${join(folder, 'state')}`, `XDG_CACHE_HOME=${cache}`, process.execPath, launcher, 'learn', '--list', '--lessons', lessons],
    });
    return [list(KEPT(count), join(folder, 'cache')), list(FIRST(count), '/dev/null')];
  }),
  targets: [{ says: '2,000 lessons ≤ 1.5 × 20 lessons', ours: KEPT(2000), beside: KEPT(20), atMost: 1.5 }],
  notes: ['What a list needs of the lessons is kept in the user\'s cache until one of their files changes; where it cannot be kept, all are read each time.'],
};

/** Lessons as `mp-tutor new lesson` writes them. */
function makeLessons(folder, count) {
  mkdirSync(folder);
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'new', 'lesson', 'lesson-1', '--lessons', folder], { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) {
    throw new Error(`mp-tutor new lesson failed: ${stderr}`);
  }
  const text = readFileSync(join(folder, 'lesson-1.md'), 'utf8');
  for (let number = 2; number <= count; number += 1) {
    writeFileSync(join(folder, `lesson-${number}.md`), text.replaceAll('lesson-1', `lesson-${number}`));
  }
  return folder;
}
