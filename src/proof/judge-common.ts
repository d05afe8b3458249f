import type { Proof, ProofRun } from '../course/index.js';
import type { Decision, Tellings } from './judge.js';
import { describeRun, type Slot } from './runs.js';
import type { Told } from './telling.js';

/** The runs of one command, as far as they have come. */
export interface Series extends Omit<Slot, 'index'> {
  readonly told: readonly (Told | undefined)[];
}

export function seriesOf(part: Slot['part'], runs: readonly ProofRun[], told: Tellings): Series[] {
  return runs.map((run) => ({ part, run, told: told(part, run) }));
}

/** The runs that have not been done, the first of each command before the second of any. */
export function missing(all: readonly Series[], times: number): Slot[] {
  return Array.from({ length: times }, (_, index) => index).flatMap((index) =>
    all.filter(({ told }) => told[index] === undefined).map(({ part, run }) => ({ part, run, index })),
  );
}

/** How many of them there are. */
export function done({ told }: Series): number {
  return told.filter((each) => each !== undefined).length;
}

/** The first run that does not tell, if any. */
export function untold(all: readonly Series[], proof: Proof): Decision | undefined {
  for (const series of all) {
    const index = series.told.findIndex((each) => each?.why !== undefined);
    if (index !== -1) {
      return { status: 'untold', reason: `${nameOf(series, index, proof)}: ${series.told[index]?.why ?? ''}` };
    }
  }
  return undefined;
}

/** As in `run 3`, `run 2 of node two.mjs` and `its contrast`. */
export function nameOf({ part, run }: Series, index: number, { runs, contrasts }: Proof): string {
  const siblings = part === 'run' ? runs : part === 'contrast' ? contrasts : [run];
  const which = siblings.length > 1 ? ` of ${describeRun(run)}` : '';
  const kind = { run: 'run', contrast: 'contrast run', to: 'run to compare with' }[part];
  return `${kind} ${index + 1}${which}`;
}

/** The words in brackets, with a space before; nothing if there are none. */
export function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`;
}

export function counted(count: number): string {
  return count === 1 ? '1 run' : `${count} runs`;
}

/** "If nothing goes wrong, is everything all right?", Hanley and Lippman-Hand, JAMA 249 (1983), pages 1743 to 1745. */
export function ruleOfThree(runs: number): number {
  return Math.min(1, 3 / runs);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
