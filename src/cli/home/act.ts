import type { Lesson } from '../../course/index.js';
import { type Demo, demos } from '../../demos/catalogue/index.js';
import type { LessonState } from '../../progress/index.js';
import { clean, pad, write } from '../../terminal/index.js';
import { next } from '../../views/index.js';
import { EXIT } from '../exit.js';
import type { Entry } from '../prompts.js';
import { courseState } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';
import { reviewNow } from '../quiz/review.js';
import { choose } from './choose.js';
import { chooseAim } from './first-start.js';
import type { Choice } from './menu.js';

const BACK: Entry<'back'> = { name: 'Back', value: 'back', description: '' };
const NAME = Math.max(...demos.map(({ name }) => name.length)) + 2;

/** Does what an entry of the menu says. @returns the exit code; throws what the command would */
export async function act(choice: Exclude<Choice, 'leave'>, session: Session): Promise<number> {
  const { io } = session;
  switch (choice) {
    case 'continue':
      return (await import('../learn/walk-from.js')).walkOn(session);
    case 'lessons':
      return chooseLesson(session);
    case 'demos':
      return chooseDemo(session);
    case 'quiz':
      return (await import('../quiz/act.js')).quiz(undefined, { review: await hasDue(session) }, io);
    case 'progress':
      return (await import('../progress/act.js')).progress({}, io);
    case 'teachers':
      return tellTeachers(session);
    case 'settings':
      await chooseAim(session);
      return EXIT.well;
  }
}

/** The menu says then that the quiz is one of what is due. */
async function hasDue(session: Session): Promise<boolean> {
  const { due } = await reviewNow(undefined, {}, session);
  return due.length > 0;
}

async function chooseLesson(session: Session): Promise<number> {
  const { course, state, prefix } = session;
  const { lessons } = courseState(course, state);
  const digits = `${course.lessons.length}`.length;
  const entries = course.lessons.map((lesson, index): Entry<Lesson | 'back'> => {
    return {
      name: `${`${index + 1}`.padStart(digits)}  ${clean(lesson.title)}`,
      value: lesson,
      description: `${prefix}mp-tutor learn ${lesson.id}${progressIn(lessons.get(lesson.id))}`,
    };
  });
  const lesson = await choose('Lessons', [...entries, BACK], undefined, session);
  if (lesson === undefined || lesson === 'back') {
    return EXIT.well;
  }
  const { walkFrom } = await import('../learn/walk-from.js');
  return walkFrom(lesson, session);
}

function progressIn(lesson: LessonState | undefined): string {
  if (lesson === undefined) {
    return '';
  }
  return lesson.finishedAt === undefined ? `, at page ${lesson.page + 1} of ${lesson.of}` : ', read';
}

async function chooseDemo(session: Session): Promise<number> {
  const entries = demos.map((demo): Entry<Demo | 'back'> => ({
    name: `${pad(demo.name, NAME)}${demo.summary}`,
    value: demo,
    description: `${session.prefix}mp-tutor demo ${demo.name}`,
  }));
  const demo = await choose('Demos: each starts real processes', [...entries, BACK], undefined, session);
  if (demo === undefined || demo === 'back') {
    return EXIT.well;
  }
  const { aboutOne } = await import('../demo/act.js');
  return aboutOne(demo, {}, session.io);
}

async function tellTeachers({ io, capabilities, prefix }: Session): Promise<number> {
  const lines = next([
    { command: `${prefix}mp-tutor new lesson my-first`, why: 'write a lesson to begin with' },
    { command: `${prefix}mp-tutor learn my-first.md --watch`, why: 'see it while you write' },
    { command: `${prefix}mp-tutor check`, why: 'find what is wrong' },
    { command: `${prefix}mp-tutor learn --lessons my-course`, why: 'teach with a folder of your own' },
  ], capabilities);
  await write(io.stdout, `${lines.join('\n')}\n\n`);
  return EXIT.well;
}
