import { unwatchFile, watchFile } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describeProblem, type Lesson, type Problem } from '../../course/index.js';
import { readLesson } from '../../course/read.js';
import { type Capabilities, clean, glyphs, paint, wrap } from '../../terminal/index.js';
import type { Page } from '../../terminal/pages/index.js';
import { EXIT, UsageError } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { commandPrefix, decideOutput, type Io } from '../io.js';
import { known } from '../known.js';
import { drawingFor, inColumns } from '../question/draw.js';
import { joined } from '../tutor/lines.js';
import { openTutorPages } from '../tutor/pages.js';
import type { TutorFlags } from '../tutor/session.js';
import { lessonLines, type PlainDrawing } from './plain.js';

/** Asked so often, a file is followed however an editor writes it: in place, or by putting another in its place. */
const LOOK_EVERY_MS = 200;

/** What the preview shows. */
interface Preview {
  readonly problems: readonly Problem[];
  /** The last version that could be shown; undefined before the first. */
  readonly lesson: Lesson | undefined;
  /** The file as it is now cannot be shown. */
  readonly isOld: boolean;
}

/** `learn FILE --watch`: the whole lesson on one page, drawn again whenever the file changes. @returns the exit code */
export async function watchLesson(file: string, flags: TutorFlags, io: Io): Promise<number> {
  const { view, capabilities } = decideOutput(io, flags);
  if (view !== 'live') {
    throw new UsageError('--watch needs a terminal. `mp-tutor learn FILE --plain` shows the lesson once, `mp-tutor check` what is wrong.');
  }
  const path = resolve(file);
  const drawn = await drawingFor({ capabilities, lang: flags.lang ?? 'both', state: { aim: undefined } });
  const drawing = { ...drawn, beliefs: new Map(), prefix: commandPrefix(io), suffix: undefined };
  // Before the screen is taken: nothing that goes wrong here may leave it so.
  let preview = await look(path, undefined);
  const interrupts = listenForInterrupts();
  const pages = openTutorPages({ io, capabilities }, interrupts);
  const page = (): Page => previewPage(path, preview, drawing, capabilities);
  const onChange = async (): Promise<void> => {
    const before = preview.problems;
    preview = await look(path, preview.lesson);
    pages.replace(page(), hasNewProblem(before, preview.problems) ? 'top' : undefined);
  };
  watchFile(path, { interval: LOOK_EVERY_MS }, () => void onChange());
  try {
    for (;;) {
      const { how } = await pages.show(page());
      if (how === 'quit' || how === 'interrupt') {
        return interrupts.exitCode ?? EXIT.well;
      }
    }
  } finally {
    unwatchFile(path);
    pages.close();
    interrupts.stopListening();
  }
}

/** Then the author is shown the problems, wherever they were reading; the same ones again do not take them there. */
function hasNewProblem(before: readonly Problem[], now: readonly Problem[]): boolean {
  return now.some(({ wrong }) => before.every((each) => each.wrong !== wrong));
}

async function look(file: string, before: Lesson | undefined): Promise<Preview> {
  const { lesson, problems } = await readLesson(file, known);
  return { problems, lesson: lesson ?? before, isOld: lesson === undefined };
}

function previewPage(file: string, preview: Preview, drawing: PlainDrawing, capabilities: Capabilities): Page {
  const count = preview.problems.length;
  return {
    left: clean(basename(file)),
    right: count === 0 ? 'no problems' : count === 1 ? '1 problem, at the top' : `${count} problems, at the top`,
    body: (columns) => previewLines(file, preview, { ...drawing, ...inColumns(drawing, columns) }, capabilities),
    keys: [],
    forward: 'from the top',
    hasBack: false,
  };
}

/** What is wrong, and below it the lesson. */
function previewLines(file: string, { problems, lesson, isOld }: Preview, drawing: PlainDrawing, { colour }: Capabilities): string[] {
  const { columns } = drawing.style;
  const { bad, dim } = paint(colour);
  return joined([
    problems.flatMap((problem) => wrap(describeProblem(problem, dirname(file)), columns, `${bad(glyphs.death)} `)),
    isOld && lesson ? wrap(dim('So it cannot be shown. This is how it was before:'), columns) : [],
    lesson ? lessonLines(lesson, drawing) : [],
  ]);
}
