import { StageError } from '../../stage/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import type { Left } from '../../terminal/pages/index.js';
import type { Assignment } from '../exercise/assignment.js';
import { check, type Checked } from '../exercise/check.js';
import { mayRun, writeDown } from '../exercise/check-once.js';
import { resultLines } from '../exercise/result-lines.js';
import { Failure } from '../exit.js';
import { type Drawing, drawingFor } from '../question/draw.js';
import { joined } from '../tutor/lines.js';
import { whenShown } from '../tutor/when-shown.js';
import { type Content, pageOf, responseTo } from './lesson-page.js';
import type { Move, Walk } from './walk.js';

/** How far a check has come. */
type Progress =
  | { readonly kind: 'running'; readonly run: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'done'; readonly checked: Checked };

/** Runs the learner's program and shows what came of it, as often as they want. When the page is left, nothing runs on. */
export async function showChecks(assignment: Assignment, way: Walk): Promise<Move> {
  for (;;) {
    const response = responseTo(await checkOnPage(assignment, way));
    if ('move' in response) {
      return response.move;
    }
  }
}

async function checkOnPage(assignment: Assignment, way: Walk): Promise<Left> {
  const { session, pages, interrupts } = way;
  if (!session.isOurs && !session.trustsAll) {
    pages.suspend();
  }
  const refused = await mayRun(assignment, session, interrupts).then((may) => (may ? undefined : 'It was not run, since you did not agree to it.'), messageOf);
  let progress: Progress = refused === undefined ? { kind: 'running', run: 1 } : { kind: 'failed', why: refused };
  const drawing = await drawingFor({ ...session, lang: way.lang });
  const draw = () => pageOf(contentOf(assignment, progress, way), way, drawing);
  const leaving = new AbortController();
  const left = pages.show(draw());
  const run = async (): Promise<void> => {
    await whenShown();
    try {
      const checked = await check(assignment, leaving.signal, (number) => {
        progress = { kind: 'running', run: number };
        pages.replace(draw());
      });
      writeDown(assignment, checked, session);
      progress = { kind: 'done', checked };
    } catch (error) {
      if (leaving.signal.aborted) {
        return;
      }
      progress = { kind: 'failed', why: messageOf(error) };
    }
    pages.replace(draw());
  };
  const running = refused === undefined ? run() : Promise.resolve();
  try {
    return await Promise.race([left, running.then(() => left)]);
  } finally {
    leaving.abort();
    await running;
  }
}

function contentOf({ exercise: { times, limitMs }, shown }: Assignment, progress: Progress, { session }: Walk): Content {
  const body = (drawing: Drawing): string[] => {
    const { columns, colour } = drawing.style;
    const head = wrap(paint(colour).strong(clean(shown)), columns);
    switch (progress.kind) {
      case 'running':
        return joined([head, wrap(`Run ${progress.run} of ${times}, of ${limitMs / 1000} s at most …`, columns)]);
      case 'failed':
        return joined([head, wrap(clean(progress.why), columns)]);
      case 'done': {
        const capabilities = { ...session.capabilities, columns };
        return joined([head, resultLines(progress.checked, times, { capabilities, plain: false, again: 'press x' })]);
      }
    }
  };
  const isRunning = progress.kind === 'running';
  return { body, keys: isRunning ? [] : [{ key: 'x', does: 'check again' }], forward: isRunning ? 'stop, next' : 'next' };
}

/** What went wrong with a file or a program, in words. @throws what is no trouble with a file or a program */
export function messageOf(error: unknown): string {
  if (error instanceof Failure || error instanceof StageError) {
    return error.message;
  }
  throw error;
}
