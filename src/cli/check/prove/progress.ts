import { type Capabilities, clean, wrap, write } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Io, Output } from '../../io.js';
import type { Row } from './row.js';
import type { Selected } from './select.js';

/** Says how far it is. */
export interface Progress {
  ran(): void;
  decided(row: Pick<Row, 'id' | 'status' | 'reason'>): void;
  stop(): Promise<void>;
}

/** A line that changes for somebody at a terminal, else a line for each claim and exercise; nothing beside JSON. */
export async function openProgress({ view, capabilities }: Output, selected: Selected, io: Io): Promise<Progress> {
  if (view === 'json') {
    return { ran() {}, decided() {}, stop: () => Promise.resolve() };
  }
  // A terminal of 0 columns would make ora loop for ever.
  const canSpin = view === 'live' && io.stderr.isTTY && io.stderr.columns > 0;
  return canSpin ? spinning(io, capabilities, selected) : counting(io, capabilities, selected);
}

async function spinning({ stderr }: Io, { colour }: Capabilities, selected: Selected): Promise<Progress> {
  const [{ default: ora }, { default: chalk }] = await Promise.all([import('ora'), import('chalk')]);
  // Chalk, with which ora paints, does not know NO_COLOR.
  chalk.level = colour;
  let runs = 0;
  let decided = 0;
  const words = (): string => `${decided} of ${countSelected(selected)}, ${counted(runs, 'run')}`;
  const spinner = ora({ text: words(), stream: stderr, discardStdin: false }).start();
  return {
    ran: () => {
      runs++;
      spinner.text = words();
    },
    decided: () => {
      decided++;
      spinner.text = words();
    },
    async stop() {
      spinner.stop();
    },
  };
}

/** A line for each that is decided, with its number among all; only a terminal has a width to keep. */
function counting({ stdout }: Io, { terminal, columns }: Capabilities, { claims, exercises }: Selected): Progress {
  const total = claims.length + exercises.length;
  let count = 0;
  let written = Promise.resolve();
  return {
    ran() {},
    decided({ id, status, reason }) {
      count++;
      const line = clean(`${count}/${total} ${id}: ${status}: ${reason}`);
      const lines = terminal ? wrap(line, columns - 1) : [line];
      written = written.then(() => write(stdout, `${lines.join('\n')}\n`));
    },
    stop: () => written,
  };
}

/** As in `84 claims and 3 exercises`. */
export function countSelected({ claims, exercises }: Selected): string {
  const counts = [[claims.length, 'claim'], [exercises.length, 'exercise']] as const;
  const told = counts.flatMap(([count, called]) => (count > 0 ? [counted(count, called)] : []));
  return told.length === 0 ? counted(0, 'claim') : told.join(' and ');
}
