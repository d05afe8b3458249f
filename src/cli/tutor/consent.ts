import type { Call } from '../../course/index.js';
import { readBounded } from '../../course/read-bounded.js';
import { clean, paint, present, wrap, write } from '../../terminal/index.js';
import { Failure } from '../exit.js';
import type { Interrupts } from '../interrupts.js';
import { confirm } from '../prompts.js';
import { agreementTo } from './agreement.js';
import { openTutorPages } from './pages.js';
import type { Session } from './session.js';
import { hiddenCharacter, numberedSource } from './source.js';

type ProgramCall = Extract<Call, { kind: 'program' }>;

/** Rows that stand around a program which is shown together with the question. */
const ROWS_AROUND = 12;

/** Nobody reads more before they agree to it; and to draw a few hundred megabytes takes more memory than there is. */
const MOST_BYTES = 1_000_000;

/** Puts a question that is answered by yes or no; undefined when the learner left instead. */
export type Ask = (question: string) => Promise<boolean | undefined>;

/**
 * Whether a call may run. A program of somebody's course is shown first, and runs when the learner agrees; the agreement
 * holds for this command as long as nothing in the folder of the file changes.
 * @throws Failure when the file or its folder cannot be read, or it has characters that would not be seen
 */
export async function agreesToRun(
  call: Call,
  session: Session,
  interrupts: Interrupts,
  ask: Ask = (question) => confirm(question, { ...session, interrupts }),
): Promise<boolean> {
  if (call.kind === 'demo' || session.isOurs || session.trustsAll) {
    return true;
  }
  const { sha256, text } = await lookAt(call);
  const hidden = hiddenCharacter(text);
  if (hidden !== undefined) {
    throw new Failure(`${call.file}:${hidden}: here is a character that would not be seen, so this program was not run. Remove it.`);
  }
  if (sha256 !== undefined && session.journal.read().state.trusted.has(sha256)) {
    return true;
  }
  if (!session.io.stdin.isTTY || !session.capabilities.terminal) {
    session.io.stderr.write(`${clean(call.text)} was not run: it does not come with mp-tutor. Read it; then --trust runs it.\n`);
    return false;
  }
  const wasShown = await show(call, { sha256, text }, session, interrupts);
  if (!wasShown || !(await ask('Run it?'))) {
    return false;
  }
  const now = await lookAt(call);
  if (now.sha256 !== sha256 || now.text !== text) {
    // It was changed while it was read.
    return agreesToRun(call, session, interrupts, ask);
  }
  if (sha256 !== undefined) {
    session.journal.append({ kind: 'trust', sha256 });
  }
  return true;
}

/** What is agreed to. */
interface Seen {
  /** Of all that could be loaded; undefined where that is too much to be compared, so that it is asked each time. */
  readonly sha256: string | undefined;
  readonly text: string;
}

/** @throws Failure when it cannot be read, or is too large to be */
async function lookAt(call: ProgramCall): Promise<Seen> {
  try {
    // In this order: if it changes in between, what is shown and what is agreed to differ, and it is asked again.
    const sha256 = await agreementTo(call);
    return { sha256, text: textOf(call.file) };
  } catch (error) {
    const why = error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
    throw new Failure(`${call.file} cannot be read (${why}), so it was not run.`, { cause: error });
  }
}

function textOf(file: string): string {
  const bytes = readBounded(file, MOST_BYTES);
  if (bytes instanceof Buffer) {
    return bytes.toString('utf8');
  }
  throw new Error(bytes === 'larger' ? `it is larger than ${MOST_BYTES / 1000} kB` : 'it is not a regular file');
}

/** A short program stays on the screen above the question. @returns false when the learner left while reading */
async function show(call: ProgramCall, { sha256, text }: Seen, session: Session, interrupts: Interrupts): Promise<boolean> {
  const { io, capabilities } = session;
  const source = (columns: number): string[] => numberedSource(text, columns, paint(capabilities.colour));
  const isShort = source(capabilities.columns - 1).length + ROWS_AROUND <= capabilities.rows;
  const staysHere = isShort || !capabilities.animated;
  if (!staysHere && !(await page(source, call, session, interrupts))) {
    return false;
  }
  const lines = [...introduction(call, sha256 !== undefined, capabilities.columns - 1), ...(staysHere ? ['', ...source(capabilities.columns - 1).map((line) => ` ${line}`)] : [])];
  await write(io.stdout, `\n${present(lines, capabilities).join('\n')}\n\n`);
  return true;
}

function introduction({ text, file }: ProgramCall, isComparable: boolean, columns: number): string[] {
  const again = isComparable
    ? 'You are asked again when it or anything in its folder changes.'
    : 'You are asked each time, since not all that its folder holds can be compared.';
  return [
    ...wrap('The lesson runs a program that does not come with mp-tutor:', columns, ' '),
    '',
    ...wrap(clean(text), columns, '   '),
    ...wrap(clean(file), columns, '   '),
    '',
    ...wrap(`It can do whatever you can do on this machine. Only this file is shown, not what it imports. ${again}`, columns, ' '),
  ];
}

async function page(
  source: (columns: number) => string[],
  { text }: ProgramCall,
  session: Session,
  interrupts: Interrupts,
): Promise<boolean> {
  const pages = openTutorPages(session, interrupts);
  try {
    const left = await pages.show({
      left: `To be agreed to: ${clean(text)}`,
      right: '',
      body: source,
      keys: [],
      forward: 'decide',
      hasBack: false,
    });
    return left.how === 'forward';
  } finally {
    pages.close();
  }
}
