import type { Capabilities } from '../../terminal/index.js';
import type { Io } from '../io.js';
import type { Assignment } from './assignment.js';
import { check, type Checked } from './check.js';

interface Showing {
  readonly io: Io;
  readonly capabilities: Capabilities;
  readonly isSilent: boolean;
}

/** Checks a program, and meanwhile tells somebody at a terminal which run it is. Throws as `check` does. */
export async function checkWithProgress(assignment: Assignment, signal: AbortSignal, { io, capabilities, isSilent }: Showing): Promise<Checked> {
  const isSeen = !isSilent && capabilities.animated && io.stderr.isTTY && io.stderr.columns > 0;
  const { times } = assignment.exercise;
  if (!isSeen) {
    return check(assignment, signal, () => {});
  }
  const [{ default: ora }, { default: chalk }] = await Promise.all([import('ora'), import('chalk')]);
  // Chalk, with which ora paints, does not know NO_COLOR.
  chalk.level = capabilities.colour;
  const spinner = ora({ stream: io.stderr, isEnabled: true, discardStdin: false });
  try {
    return await check(assignment, signal, (number) => {
      spinner.text = `Run ${number} of ${times}`;
      spinner.start();
    });
  } finally {
    spinner.stop();
  }
}
