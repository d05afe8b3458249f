import { createInterface } from 'node:readline/promises';
import { EXIT } from '../exit.js';
import type { Io } from '../io.js';

/**
 * Waits at a terminal until somebody wants to see what comes next.
 * @param next - as in `shows the next demo, queue`
 * @returns undefined to go on, or the exit code to leave with
 */
export async function askToGoOn(next: string, { stdin, stdout }: Io): Promise<number | undefined> {
  const prompt = createInterface({ input: stdin, output: stdout });
  const answer = new Promise<string>((resolve) => {
    prompt.once('SIGINT', () => resolve('interrupt'));
    prompt.once('close', () => resolve('q'));
    prompt.question(`\n Enter ${next}; q and Enter leave. `).then(resolve, () => resolve('q'));
  });
  try {
    const word = await answer;
    return word === 'interrupt' ? EXIT.interrupted : word.trim().toLowerCase().startsWith('q') ? EXIT.well : undefined;
  } finally {
    prompt.close();
  }
}
