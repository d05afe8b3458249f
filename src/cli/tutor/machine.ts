import { availableParallelism } from 'node:os';
import type { Machine } from '../../proof/index.js';
import { findPython, StageError } from '../../stage/index.js';
import { openPseudoTerminal } from '../../stage/pseudo-terminal.js';

/** What this machine has. @throws the reason of `signal` when it is aborted meanwhile */
export async function readMachine(signal: AbortSignal): Promise<Machine> {
  return {
    cores: availableParallelism(),
    platform: process.platform,
    python: await findPython(signal),
    terminals: hasTerminals(),
  };
}

/** Only the attempt tells. */
function hasTerminals(): boolean {
  try {
    const terminal = openPseudoTerminal();
    terminal.finish();
    return true;
  } catch (error) {
    if (error instanceof StageError) {
      return false;
    }
    throw error;
  }
}
