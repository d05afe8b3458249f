import { clean, type Paint, width } from '../../terminal/index.js';
import type { Scene } from '../scene/scene.js';
import type { Mode } from './mode.js';

interface KeyOptions {
  readonly mode: Mode;
  readonly columns: number;
  readonly paint: Paint;
}

/** The keys and what they do now, as fully as the columns allow. */
export function keysLine(scene: Scene, { mode, columns, paint }: KeyOptions): string {
  const choices = choicesOf(scene, mode);
  const line = choices.find((choice) => width(choice) <= columns) ?? choices.at(-1) ?? '';
  return isUrgent(mode) ? paint.strong(line) : paint.dim(line);
}

function isUrgent(mode: Mode): boolean {
  return mode.kind === 'choosing' || (mode.kind === 'watching' && mode.notice !== undefined);
}

/** The same in fewer and fewer words. */
function choicesOf(scene: Scene, mode: Mode): string[] {
  switch (mode.kind) {
    case 'choosing': {
      const numbers = `1 to ${mode.pids.length}`;
      return [` kill which? ${numbers}   any other key: none of them`, ` kill which? ${numbers}`];
    }
    case 'reading':
      return [
        ' ↑ ↓ space scroll   s back to the processes   q leave',
        ' ↑ ↓ scroll   s back   q leave',
        ' s back   q leave',
      ];
    case 'watching':
      if (mode.notice !== undefined) {
        return [` ${clean(mode.notice)}`];
      }
      return scene.stoppedAt === undefined
        ? [
            ' space stop (SIGSTOP)   k kill a process (SIGKILL)   s source   q leave',
            ' space stop   k kill   s source   q leave',
            ' q leave',
          ]
        : [
            ' space continue (SIGCONT)   k kill a process (SIGKILL)   s source   q leave',
            ' space continue   k kill   s source   q leave',
            ' q leave',
          ];
  }
}
