import type { Problem } from './problem.js';

/** A place within a file; line and column count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

export const START: Spot = { line: 1, column: 1 };

/** Collects what is wrong with one file. */
export class Findings {
  private readonly found: Problem[] = [];

  constructor(private readonly file: string) {}

  get all(): readonly Problem[] {
    return this.found;
  }

  get areBreaking(): boolean {
    return this.found.some(({ breaks }) => breaks);
  }

  /** What the lesson cannot be shown with. */
  broken(spot: Spot, wrong: string, mend: string): void {
    this.add(spot, wrong, mend, true);
  }

  /** What should be mended, though the lesson can be shown as it is. */
  flawed(spot: Spot, wrong: string, mend: string): void {
    this.add(spot, wrong, mend, false);
  }

  private add({ line, column }: Spot, wrong: string, mend: string, breaks: boolean): void {
    this.found.push({ place: { file: this.file, line, column }, wrong, mend, breaks });
  }
}
