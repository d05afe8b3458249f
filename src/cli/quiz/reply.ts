/** What may be typed beside an answer. `guess` and `show` are about the answer before. */
export type Command = 'guess' | 'show' | 'help' | 'quit';

/** Choices that were typed. */
export interface Reply {
  /** Indices, each once. */
  readonly chosen: readonly number[];
  readonly isGuess: boolean;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['g', 'guess'],
  ['s', 'show'],
  ['?', 'help'],
  ['q', 'quit'],
]);
/** Numbers with spaces or commas between them, and then perhaps a `g`. */
const NUMBERS = /^(\d+(?:[\s,]+\d+)*)\s*(g?)$/i;

export function parseCommand(line: string): Command | undefined {
  return COMMANDS.get(line.trim().toLowerCase());
}

/** The numbers of `count` choices, of which one may be chosen, or several; undefined if the line is something else. */
export function parseReply(line: string, count: number, isMany: boolean): Reply | undefined {
  const [, numbers, guess] = NUMBERS.exec(line.trim()) ?? [];
  if (numbers === undefined) {
    return undefined;
  }
  const chosen = [...new Set(numbers.split(/[\s,]+/).map((number) => Number(number) - 1))];
  const areThere = chosen.every((index) => index >= 0 && index < count);
  return areThere && (isMany || chosen.length === 1) ? { chosen, isGuess: guess !== '' } : undefined;
}

/** What is accepted as an answer. */
export function acceptedReply(count: number, isMany: boolean): string {
  return isMany
    ? `Type the numbers of all that are right (1 to ${count}), with spaces between them.`
    : `Type a number from 1 to ${count}.`;
}
