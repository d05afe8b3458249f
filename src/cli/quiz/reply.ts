import { clean, fit } from '../../terminal/index.js';

/** What may be typed beside an answer. `guess`, `show` and `lesson` are about the answer just given. */
export type Command = 'guess' | 'show' | 'lesson' | 'help' | 'quit';

/** Choices that were typed. */
export interface Reply {
  /** Indices, each once. */
  readonly chosen: readonly number[];
  readonly isGuess: boolean;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['g', 'guess'],
  ['s', 'show'],
  ['l', 'lesson'],
  ['?', 'help'],
  ['h', 'help'],
  ['q', 'quit'],
]);
/** In columns. */
const LONGEST_QUOTE = 30;
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

/** Whether a line is meant as an answer, be it a good one or not. */
export function isReply(line: string): boolean {
  return NUMBERS.test(line.trim());
}

/** What is accepted as an answer. */
export function acceptedReply(count: number, isMany: boolean): string {
  const numbers = isMany
    ? `Type the numbers of all that are right (1 to ${count}), with spaces between them`
    : (count === 2 ? 'Type 1 or 2' : `Type a number from 1 to ${count}`);
  return `${numbers}, or ? help, q leave.`;
}

/** Why a line is not an answer to a question with `count` choices. */
export function complaintOf(line: string, count: number, isMany: boolean): string {
  const [, numbers] = NUMBERS.exec(line.trim()) ?? [];
  if (line.trim() === '') {
    return 'Nothing was typed.';
  }
  const typed = numbers?.split(/[\s,]+/) ?? [];
  const missing = typed.find((number) => Number(number) < 1 || Number(number) > count);
  if (missing !== undefined) {
    return `There is no choice ${quoted(missing)}.`;
  }
  return typed.length > 1 && !isMany ? 'Only one is right here: type one number.' : `${quoted(line)} is no answer.`;
}

/** What was typed, as it is named. */
export function quoted(line: string): string {
  return `"${fit(clean(line.trim()), LONGEST_QUOTE)}"`;
}
