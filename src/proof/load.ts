import type { Claim, Needs } from '../course/index.js';
import type { Machine } from './verdict.js';

/** How many times as fast so many plain busy processes are as one, right now, when others may be using the cores. */
export type MeasureCeiling = (processes: number, how: { readonly signal: AbortSignal }) => Promise<{ readonly speedup: number }>;

/** How free the cores were. */
export interface Load {
  readonly cores: number;
  readonly ceiling: number;
}

/** Below this share of its cores, somebody else has them. */
const FREE = 0.8;

/** Whether what comes of the claim depends on whether the cores are free. */
export function feelsLoad({ proof: { asserts, needs } }: Claim): boolean {
  return needs.cores !== undefined || asserts.kind === 'ratio';
}

/** Measures with as many processes as cores are needed, and with two where that is not said. A single core tells nothing. @throws when that gives no number */
export async function measureLoad(
  needs: Pick<Needs, 'cores'>,
  machine: Machine,
  measureCeiling: MeasureCeiling,
  signal: AbortSignal,
): Promise<Load> {
  const cores = Math.min(machine.cores, Math.max(2, needs.cores ?? 2));
  const { speedup } = await measureCeiling(cores, { signal });
  if (!Number.isFinite(speedup)) {
    throw new Error(`plain busy processes were ${speedup} times as fast as one`);
  }
  return { cores, ceiling: speedup };
}

export function isBusy({ cores, ceiling }: Load): boolean {
  return ceiling < FREE * cores;
}

/** As in `its 2 cores were busy with something else: two plain busy processes were only 1.1 times as fast as one`. */
export function describeBusy({ cores, ceiling }: Load): string {
  const count = cores === 2 ? 'two' : `${cores}`;
  return `its ${cores} cores were busy with something else: ${count} plain busy processes were only ${ceiling.toFixed(1)} times as fast as one`;
}
