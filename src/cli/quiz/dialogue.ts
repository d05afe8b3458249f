import { present, wrap, write } from '../../terminal/index.js';
import type { Interrupts } from '../interrupts.js';
import type { Drawing } from '../question/draw.js';
import type { Session } from '../tutor/session.js';
import type { LinesIn } from './lines-in.js';
import { type Command, parseCommand } from './reply.js';

/** A quiz in plain lines: nothing is drawn over, and nothing needs a key of its own. */
export interface Dialogue {
  readonly session: Session;
  readonly drawing: Drawing;
  readonly lines: LinesIn;
  readonly interrupts: Interrupts;
}

/** Something that was typed, or that nothing more will be. */
export type Typed<Value> = { readonly value: Value } | { readonly end: 'left' | 'end of input' };

/** What a line means, or what there is to say or do, perhaps with a command, before the next one is read. */
export type Understood<Value> =
  | { readonly value: Value }
  | { readonly does: () => Promise<void> }
  | { readonly says: string; readonly command?: string };

/** What may be typed, and how it is understood. */
export interface Prompt<Value> {
  /** Names the keys, shortly; said again after each line that gives no value. */
  accepts(): string;
  /** What `?` says. */
  readonly help: string;
  understand(line: string, command: Command | undefined): Understood<Value>;
}

/** Reads until a line gives a value. */
export async function read<Value>(prompt: Prompt<Value>, dialogue: Dialogue): Promise<Typed<Value>> {
  await tell([prompt.accepts()], dialogue);
  for (;;) {
    const line = await dialogue.lines.next();
    if (line === undefined) {
      return { end: 'end of input' };
    }
    const command = parseCommand(line);
    if (command === 'quit') {
      return { end: 'left' };
    }
    const understood: Understood<Value> = command === 'help' ? { says: prompt.help } : prompt.understand(line, command);
    if ('value' in understood) {
      return understood;
    }
    if ('does' in understood) {
      await understood.does();
    } else {
      await tell([understood.says], dialogue);
    }
    if ('command' in understood) {
      await sayWhole(`  ${understood.command}`, dialogue);
    }
    await tell([prompt.accepts()], dialogue);
  }
}

/** Sentences, broken into lines that fit. */
export async function tell(sentences: readonly string[], dialogue: Dialogue): Promise<void> {
  await say(sentences.flatMap((sentence) => wrap(sentence, dialogue.drawing.style.columns)), dialogue);
}

/** A line that is copied, so it is not broken. */
async function sayWhole(line: string, { session }: Dialogue): Promise<void> {
  const { io, capabilities } = session;
  await write(io.stdout, `${present([line], { ...capabilities, columns: Number.POSITIVE_INFINITY }).join('\n')}\n`);
}

export async function say(lines: readonly string[], { session }: Dialogue): Promise<void> {
  await write(session.io.stdout, `${present(lines, session.capabilities).join('\n')}\n`);
}
