import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The wishes of others that we end. */
export interface Interrupts {
  /** Aborts at the first. */
  readonly signal: AbortSignal;
  /** The exit code that says so, once there was one. */
  readonly exitCode: number | undefined;
  /** Ctrl-C where the terminal sends it as a key. A second one ends us at once; the reaper ends our processes. */
  interrupt(): void;
  /** Leaves the signals to the OS again. */
  stopListening(): void;
}

export function listenForInterrupts(): Interrupts {
  const controller = new AbortController();
  let exitCode: number | undefined;

  const hear = (name: (typeof SIGNALS)[number]): void => {
    const code = 128 + constants.signals[name];
    if (exitCode !== undefined) {
      process.exit(code);
    }
    exitCode = code;
    controller.abort(new Error(`ended by ${name}`));
  };
  for (const name of SIGNALS) {
    process.on(name, hear);
  }
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    interrupt: () => hear('SIGINT'),
    stopListening() {
      for (const name of SIGNALS) {
        process.off(name, hear);
      }
    },
  };
}
