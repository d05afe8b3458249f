import { EXIT, Interrupted } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { type Entry, select } from '../prompts.js';
import type { Session } from '../tutor/session.js';

/** A menu that hears of signals itself. @returns undefined when it was left with Escape; throws Interrupted */
export async function choose<Value>(
  message: string,
  entries: readonly Entry<Value>[],
  initial: Value | undefined,
  { io, capabilities }: Session,
  escape: 'leave' | 'skip' = 'leave',
): Promise<Value | undefined> {
  const interrupts = listenForInterrupts();
  try {
    const chosen = await select(message, entries, initial, { io, capabilities, interrupts }, escape);
    if (interrupts.signal.aborted) {
      throw new Interrupted(interrupts.exitCode ?? EXIT.interrupted);
    }
    return chosen;
  } finally {
    interrupts.stopListening();
  }
}
