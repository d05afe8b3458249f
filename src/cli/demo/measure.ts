import type { Demo, Values } from '../../demos/catalogue/index.js';
import type { Facts } from '../../trace/facts.js';
import { compare } from './compare.js';
import type { PythonRun } from './python.js';
import type { Watching } from './watch.js';

/** The facts of the comparison that a demo makes after its run, if it makes one with these values. */
export async function measure(
  demo: Demo,
  values: Values,
  python: PythonRun | undefined,
  { io, output, interrupts }: Watching,
): Promise<Facts> {
  const comparing = values.kill ? undefined : demo.comparison?.(values);
  if (!comparing) {
    return {};
  }
  const [{ default: ora }, { default: chalk }] = await Promise.all([import('ora'), import('chalk')]);
  // Chalk, with which ora paints, does not know NO_COLOR.
  chalk.level = output.capabilities.colour;
  const isSeen = output.view === 'live' && io.stderr.isTTY && io.stderr.columns > 0;
  // A terminal of 0 columns would make ora loop for ever.
  const spinner = ora({ text: 'Measuring the same without the pauses', stream: io.stderr, isEnabled: isSeen, isSilent: !isSeen });
  spinner.start();
  try {
    return await compare(demo, comparing, values, python, interrupts.signal);
  } catch (error) {
    if (interrupts.signal.aborted) {
      return {};
    }
    throw error;
  } finally {
    spinner.stop();
  }
}
