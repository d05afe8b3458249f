import type { Verdict } from '../../../proof/index.js';
import { type Capabilities, clean, wrap, write } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Io, Output } from '../../io.js';

/** Says how far it is. */
export interface Progress {
  ran(): void;
  decided(verdict: Verdict): void;
  stop(): Promise<void>;
}

/** A line that changes for somebody at a terminal, else a line for each claim; nothing beside JSON. */
export async function openProgress({ view, capabilities }: Output, total: number, io: Io): Promise<Progress> {
  if (view === 'json') {
    return { ran() {}, decided() {}, stop: () => Promise.resolve() };
  }
  // A terminal of 0 columns would make ora loop for ever.
  const canSpin = view === 'live' && io.stderr.isTTY && io.stderr.columns > 0;
  return canSpin ? spinning(io, capabilities, total) : counting(io, capabilities, total);
}

async function spinning({ stderr }: Io, { colour }: Capabilities, total: number): Promise<Progress> {
  const [{ default: ora }, { default: chalk }] = await Promise.all([import('ora'), import('chalk')]);
  // Chalk, with which ora paints, does not know NO_COLOR.
  chalk.level = colour;
  let runs = 0;
  let claims = 0;
  const words = (): string => `${claims} of ${counted(total, 'claim')}, ${counted(runs, 'run')}`;
  const spinner = ora({ text: words(), stream: stderr, discardStdin: false }).start();
  return {
    ran: () => {
      runs++;
      spinner.text = words();
    },
    decided: () => {
      claims++;
      spinner.text = words();
    },
    async stop() {
      spinner.stop();
    },
  };
}

/** A line for each claim that is decided, with its number among all; only a terminal has a width to keep. */
function counting({ stdout }: Io, { terminal, columns }: Capabilities, total: number): Progress {
  let claims = 0;
  let written = Promise.resolve();
  return {
    ran() {},
    decided({ claim, status, reason }) {
      claims++;
      const line = clean(`${claims}/${total} ${claim.id}: ${status}: ${reason}`);
      const lines = terminal ? wrap(line, columns - 1) : [line];
      written = written.then(() => write(stdout, `${lines.join('\n')}\n`));
    },
    stop: () => written,
  };
}
