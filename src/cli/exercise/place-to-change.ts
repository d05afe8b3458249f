/** A comment, alone on its line or behind code. */
const COMMENT = /(?:^|\s)(?:#|\/\/)\s?\S/;
const ONLY_COMMENT = /^\s*(?:#|\/\/)/;

/**
 * The line of a program at which it is to be changed, counted from 1: that of its comment about it, or else the first at
 * which the solution is otherwise. What stands at the head of the file says what is to be done, not where.
 */
export function placeToChange(program: string, solution: string): number | undefined {
  const [lines, solved] = [program.split('\n'), solution.split('\n')];
  const [head, solvedHead] = [headOf(lines), headOf(solved)];
  const others = new Set(solved.map((line) => line.trim()));
  const isOwn = (line: string, index: number): boolean => index >= head && COMMENT.test(line) && !others.has(line.trim());
  const comment = lines.findIndex(isOwn);
  const different = lines.slice(head).findIndex((line, index) => line !== solved[solvedHead + index]);
  const found = comment === -1 ? (different === -1 ? -1 : different + head) : comment;
  return found === -1 ? undefined : found + 1;
}

/** How many lines the comment at the top takes. */
function headOf(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !ONLY_COMMENT.test(line));
  return end === -1 ? lines.length : end;
}
