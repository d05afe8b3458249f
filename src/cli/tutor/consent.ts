import { createHash } from 'node:crypto';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Call } from '../../course/index.js';
import { clean, paint, present, wrap, write } from '../../terminal/index.js';
import { Failure } from '../exit.js';
import type { Interrupts } from '../interrupts.js';
import { confirm } from '../prompts.js';
import { openTutorPages } from './pages.js';
import type { Session } from './session.js';
import { hiddenCharacter, numberedSource } from './source.js';

type ProgramCall = Extract<Call, { kind: 'program' }>;

/** Rows that stand around a program which is shown together with the question. */
const ROWS_AROUND = 12;

/** What a program can load from its folder by its name alone. */
const LOADABLE = /\.(?:[cm]?[jt]s|json|node|wasm|py|so)$/i;

/** Puts a question that is answered by yes or no; undefined when the learner left instead. */
export type Ask = (question: string) => Promise<boolean | undefined>;

/**
 * Whether a call may run. A program of somebody's course is shown first, and runs when the learner agrees; the agreement
 * holds for this command as long as neither the file nor another program in its folder changes.
 * @throws Failure when the file cannot be read, or has characters that would not be seen
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
  // Before it is read: if it changes in between, what is shown and what is agreed to differ, and it is asked again.
  const sha256 = await agreementTo(call);
  const text = await readFile(call.file, 'utf8');
  const hidden = hiddenCharacter(text);
  if (hidden !== undefined) {
    throw new Failure(`${call.file}:${hidden}: here is a character that would not be seen, so this program was not run. Remove it.`);
  }
  if (session.journal.read().state.trusted.has(sha256)) {
    return true;
  }
  if (!session.io.stdin.isTTY || !session.capabilities.terminal) {
    session.io.stderr.write(`${clean(call.text)} was not run: it does not come with mp-tutor. Read it; then --trust runs it.\n`);
    return false;
  }
  const wasShown = await show(call, text, session, interrupts);
  if (!wasShown || !(await ask('Run it?'))) {
    return false;
  }
  if ((await agreementTo(call)) !== sha256) {
    // It was changed while it was read.
    return agreesToRun(call, session, interrupts, ask);
  }
  session.journal.append({ kind: 'trust', sha256 });
  return true;
}

/** SHA-256 of all that the learner agrees to: the command, where its program is, the program, and those beside it. */
async function agreementTo({ runtime, args, file }: ProgramCall): Promise<string> {
  const path = await realpath(file);
  const folder = dirname(path);
  const beside = (await readdir(folder)).filter((name) => LOADABLE.test(name)).toSorted();
  const hash = createHash('sha256').update(JSON.stringify([runtime, args, path]));
  for (const name of new Set([basename(path), ...beside])) {
    const content = await readFile(join(folder, name)).catch(() => '');
    hash.update(JSON.stringify([name, content.length])).update(content);
  }
  return hash.digest('hex');
}

/** A short program stays on the screen above the question. @returns false when the learner left while reading */
async function show(call: ProgramCall, text: string, session: Session, interrupts: Interrupts): Promise<boolean> {
  const { io, capabilities } = session;
  const source = (columns: number): string[] => numberedSource(text, columns, paint(capabilities.colour));
  const isShort = source(capabilities.columns - 1).length + ROWS_AROUND <= capabilities.rows;
  const staysHere = isShort || !capabilities.animated;
  if (!staysHere && !(await page(source, call, session, interrupts))) {
    return false;
  }
  const lines = [...introduction(call, capabilities.columns - 1), ...(staysHere ? ['', ...source(capabilities.columns - 1).map((line) => ` ${line}`)] : [])];
  await write(io.stdout, `\n${present(lines, capabilities).join('\n')}\n\n`);
  return true;
}

function introduction({ text, file }: ProgramCall, columns: number): string[] {
  return [
    ...wrap('The lesson runs a program that does not come with mp-tutor:', columns, ' '),
    '',
    ...wrap(clean(text), columns, '   '),
    ...wrap(clean(file), columns, '   '),
    '',
    ...wrap('It can do whatever you can do on this machine. Only this file is shown, not what it imports. You are asked again when it or a program beside it changes.', columns, ' '),
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
