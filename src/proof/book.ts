import type { Claim } from '../course/index.js';
import type { Tellings } from './judge.js';
import { slotKey } from './plan.js';
import type { Sample } from './runs.js';
import { type Telling, tellingOf, type Told } from './telling.js';

/** All that has come of the runs of a group, and what its claims make of it. */
export class Book {
  readonly #samples = new Map<string, (Sample | undefined)[]>();
  readonly #told = new Map<Claim, { readonly telling: Telling; readonly told: Map<Sample, Told> }>();

  /** Enters what came of the run that is kept under a key, when it was done for that time. */
  enter(key: string, index: number, sample: Sample): void {
    const samples = this.#samples.get(key) ?? [];
    samples[index] = sample;
    this.#samples.set(key, samples);
  }

  /** What the runs tell of a claim, also those that others wanted. */
  tellings(claim: Claim): Tellings {
    return (part, run) => {
      const samples = this.#samples.get(slotKey(claim, part, run)) ?? [];
      return Array.from(samples, (sample) => (sample ? this.#tell(claim, sample) : undefined));
    };
  }

  /** Whether the run has ever hung. */
  hasHung(key: string): boolean {
    return (this.#samples.get(key) ?? []).some((sample) => sample !== undefined && 'facts' in sample && sample.facts['hung'] === true);
  }

  /** Each is asked once: an expression is worth some milliseconds. */
  #tell(claim: Claim, sample: Sample): Told {
    const known = this.#told.get(claim) ?? { telling: tellingOf(claim.proof.asserts), told: new Map<Sample, Told>() };
    this.#told.set(claim, known);
    const told = known.told.get(sample) ?? known.telling(sample);
    known.told.set(sample, told);
    return told;
  }
}
