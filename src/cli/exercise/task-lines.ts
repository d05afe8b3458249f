import { readFile } from 'node:fs/promises';
import type { Exercise } from '../../course/index.js';
import { clean, glyphs, paint, wrap } from '../../terminal/index.js';
import { drawBlocks, type Drawing } from '../question/draw.js';
import { joined } from '../tutor/lines.js';
import { type Assignment, nameOf } from './assignment.js';
import { placeToChange } from './place-to-change.js';

/** The task in words, and what is checked. */
export function taskLines({ lesson, exercise }: Pick<Assignment, 'lesson' | 'exercise'>, drawing: Drawing): string[] {
  return joined([drawBlocks(lesson.yourTurn, drawing), checkLines(exercise, drawing)]);
}

/** What is checked, and how. */
export function checkLines({ checks, times }: Exercise, { style: { columns } }: Drawing): string[] {
  const head = `It is run ${times === 1 ? 'once' : `${times} times`}, and solved if ${checks.length === 1 ? 'this is so' : 'all of this is so'}:`;
  return [...wrap(head, columns), ...checks.flatMap(({ says }) => wrap(clean(says), columns, ` ${glyphs.bullet} `))];
}

/** Where the program is to be changed, such as `line 24: # what do the eaters need to know?`; undefined where that cannot be told. */
export async function whereToChange({ program: { program, solution } }: Pick<Assignment, 'program'>): Promise<string | undefined> {
  const [text, solved] = await Promise.all([program, solution].map((file) => readFile(file, 'utf8').catch(() => '')));
  const line = placeToChange(text ?? '', solved ?? '');
  return line === undefined ? undefined : `line ${line}: ${clean((text ?? '').split('\n')[line - 1]?.trim() ?? '')}`;
}

/** What became of the file, and what to do next. */
export interface Situation {
  /** `kept`: where what the learner had is now. */
  readonly kind: 'written' | 'as given';
  readonly kept?: string | undefined;
  readonly where: string | undefined;
  /** Commands that check it, show it running, and print a solution. */
  readonly commands: readonly { readonly command: string; readonly does: string }[];
}

/** Where the program is, where to change it, and how to go on. */
export function fileLines({ shown, runtime, exercise }: Assignment, { kind, kept, where, commands }: Situation, drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  const other = (['python', 'node'] as const).find((each) => each !== runtime && exercise.programs[each]);
  const says = kind === 'written' ? `Written: ${clean(shown)}` : `${clean(shown)} is as it was given: nothing has been changed yet.`;
  const widest = Math.max(0, ...commands.map(({ command }) => command.length));
  const isBeside = commands.every(({ does }) => 2 + widest + 3 + does.length <= columns);
  return joined([
    [
      ...wrap(paint(colour).strong(says), columns),
      ...(kept === undefined ? [] : wrap(`What you had is kept in ${clean(kept)}.`, columns)),
      ...(where === undefined ? [] : wrap(`The place to change is ${where}`, columns)),
    ],
    [
      'Change it in your editor. Then:',
      ...commands.flatMap(({ command, does }) => (isBeside
        ? [`  ${command.padEnd(widest)}   ${does}`]
        : [...wrap(command, columns, '  '), ...wrap(does, columns, '    ')])),
    ],
    other === undefined ? [] : wrap(`It is there in ${nameOf(other)} too: --runtime ${other}.`, columns),
  ]);
}
