import type { Problem } from './problem.js';

/** A place within a file; line and column count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

export const START: Spot = { line: 1, column: 1 };

/** Collects what is wrong with one file. */
export class Findings {
  private hasBroken = false;

  /**
   * @param found - the list that it adds to
   * @param isPart - it is of a part without which the lesson can be shown
   */
  constructor(private readonly file: string, private readonly found: Problem[] = [], private readonly isPart = false) {}

  get all(): readonly Problem[] {
    return this.found;
  }

  /** Whether what these are of cannot be used. */
  get areBreaking(): boolean {
    return this.hasBroken;
  }

  /** Of a part of the lesson: what breaks only the part is a flaw of the lesson. */
  ofPart(): Findings {
    return new Findings(this.file, this.found, true);
  }

  /** What the lesson, or the part, cannot be used with. */
  broken(spot: Spot, wrong: string, mend: string): void {
    this.hasBroken = true;
    this.add(spot, wrong, mend, !this.isPart);
  }

  /** What should be mended, though the lesson can be shown as it is. */
  flawed(spot: Spot, wrong: string, mend: string): void {
    this.add(spot, wrong, mend, false);
  }

  private add({ line, column }: Spot, wrong: string, mend: string, breaks: boolean): void {
    this.found.push({ place: { file: this.file, line, column }, wrong, mend, breaks });
  }
}
