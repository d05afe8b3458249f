import { CommanderError } from 'commander';
import type { Io } from './io.js';

export const EXIT = { well: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Somebody asked for what cannot be. The message says what, and what to ask for instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something outside failed, as the message says in words. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Somebody ended us, as by Ctrl-C, where only an error leads out. There is nothing to say of it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

/**
 * Says what went wrong, on stderr, and gives the exit code for it.
 * @param complaint - what commander has to say of its errors
 */
export async function explainError(error: unknown, { stderr, env }: Io, complaint = ''): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) {
    // Help and version are no errors.
    return EXIT.well;
  }
  if (error instanceof Interrupted) {
    return error.exitCode;
  }
  if (isBrokenPipe(error)) {
    // Whoever read our output has seen enough, as in `| head`.
    return EXIT.well;
  }
  const { fitted } = await import('./complaint.js');
  if (error instanceof CommanderError) {
    stderr.write(fitted(complaint, stderr));
    return EXIT.usage;
  }
  const { StageError } = await import('../stage/index.js');
  const isKnown = error instanceof UsageError || error instanceof Failure || error instanceof StageError;
  const { clean } = await import('../terminal/index.js');
  const message = error instanceof Error ? error.message : String(error);
  const says = `${isKnown ? 'error' : 'unexpected error'}: ${message.split('\n').map(clean).join('\n')}`;
  stderr.write(`${fitted(says, stderr)}\n`);
  if (env['DEBUG'] === 'mp-tutor') {
    stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  } else if (!isKnown) {
    stderr.write('This is a fault of mp-tutor. With DEBUG=mp-tutor it shows where it happened.\n');
  }
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
