import { relative } from 'node:path';
import { withoutControls } from './controls.js';

/** Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with a lesson or a course. */
export interface Problem {
  readonly place: Place;
  /** As in `the choice "4" has no explanation`. */
  readonly wrong: string;
  /** What to do, as in `write a quote below it: "> why it tempts"`. */
  readonly mend: string;
  /** The lesson cannot be shown. */
  readonly breaks: boolean;
}

/**
 * `file:line:column: what is wrong; how to mend it`, one line, free of control characters.
 * @param relativeTo - a folder; files in it are named from there
 */
export function describeProblem({ place, wrong, mend }: Problem, relativeTo?: string): string {
  return withoutControls(`${describePlace(place, relativeTo)}: ${wrong}; ${mend}`);
}

/** `file:line:column`. */
export function describePlace({ file, line, column }: Place, relativeTo?: string): string {
  const path = relativeTo === undefined ? file : relative(relativeTo, file) || '.';
  return `${path.startsWith('..') ? file : path}:${line}:${column}`;
}

/** By file, then line, then column. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(({ place: a }, { place: b }) => (
    compareNames(a.file, b.file) || a.line - b.line || a.column - b.column
  ));
}

/** Made when it is needed first, which takes some ms. */
let naturally: Intl.Collator | undefined;

/** The order of files' names: 10 comes after 9. */
export function compareNames(a: string, b: string): number {
  naturally ??= new Intl.Collator('en', { numeric: true });
  return naturally.compare(a, b) || (a < b ? -1 : Number(a > b));
}
