import type { Exercise } from '../../course/index.js';
import { clean, glyphs, paint, wrap } from '../../terminal/index.js';
import type { PageKey } from '../../terminal/pages/index.js';
import { type Assignment, assignmentOf, type FileState, stateOf } from '../exercise/assignment.js';
import { exerciseInWords, isSolved } from '../exercise/list.js';
import { checkLines, whereToChange } from '../exercise/task-lines.js';
import { writeProgram } from '../exercise/write.js';
import type { Drawing } from '../question/draw.js';
import { firstLanguage } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import { courseState } from '../tutor/next-lesson.js';
import { sectionBody } from './body.js';
import { messageOf, showChecks } from './show-checks.js';
import { showPage } from './lesson-page.js';
import type { Move, Walk } from './walk.js';

/** The learner's turn with an exercise: one key writes its program, another checks what they made of it. */
export async function showExercise(exercise: Exercise, way: Walk): Promise<Move> {
  const { lesson, session, lang } = way;
  const wanted = { runtime: undefined, folder: undefined, lang, first: firstLanguage(lang, session.state.aim) };
  const assignment = await assignmentOf(lesson, exercise, wanted);
  for (let note: string | undefined; ;) {
    const file = await stateOf(assignment).catch(failureOf);
    const where = await whereToChange(assignment);
    const lines = (drawing: Drawing): string[] => taskBody(assignment, [fileInWords(assignment, file, where), note], way, drawing);
    const response = await showPage({ text: lesson.yourTurn, keys: keysFor(file), forward: 'next', body: lines }, way);
    if ('move' in response) {
      return response.move;
    }
    note = undefined;
    if ('key' in response && response.key === 'w') {
      note = await writeProgram(assignment).then(() => undefined, messageOf);
    } else {
      const move = await showChecks(assignment, way);
      if (move !== 'back') {
        return move;
      }
    }
  }
}

/** A file that cannot be read. */
interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: string;
}

function failureOf(error: unknown): Unreadable {
  return { kind: 'unreadable', why: messageOf(error) };
}

function keysFor({ kind }: FileState | Unreadable): PageKey[] {
  switch (kind) {
    case 'missing':
      return [{ key: 'w', does: 'write the program' }];
    case 'as given':
    case 'changed':
      return [{ key: 'x', does: 'check it' }];
    case 'unreadable':
      return [];
  }
}

function fileInWords({ shown }: Assignment, file: FileState | Unreadable, where: string | undefined): string {
  switch (file.kind) {
    case 'missing':
      return `w writes the program that you change: ${clean(shown)}`;
    case 'as given':
      return `Open ${clean(shown)} in your editor, change it and save it. Then x checks it.${where === undefined ? '' : ` The place to change is ${where}`}`;
    case 'changed':
      return `x checks what you made of ${clean(shown)}.`;
    case 'unreadable':
      return clean(file.why);
  }
}

function taskBody({ lesson, exercise }: Assignment, notes: readonly (string | undefined)[], { session }: Walk, drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  const state = courseState(session.course, session.journal.read().state).exercises.get(lesson.id);
  const solved = isSolved(state) ? `${glyphs.passed} ${capitalised(exerciseInWords(state))}.` : undefined;
  return joined([
    sectionBody('Your turn', lesson.yourTurn, drawing),
    checkLines(exercise, drawing),
    ...[solved, ...notes].map((note) => (note === undefined ? [] : wrap(paint(colour).strong(clean(note)), columns))),
  ]);
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
