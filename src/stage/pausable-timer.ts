/** `setTimeout` takes anything longer for 1 ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** Acts once, when `ms` have passed in which it was not paused. */
export class PausableTimer {
  #act: (() => void) | undefined;
  #leftMs: number;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, act: () => void) {
    this.#act = act;
    this.#leftMs = Math.min(ms, LONGEST_MS);
    this.resume();
  }

  pause(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#leftMs -= performance.now() - this.#startedAt;
    }
  }

  /** Has no effect once it has acted or was cancelled. */
  resume(): void {
    if (this.#act !== undefined && this.#timer === undefined) {
      this.#startedAt = performance.now();
      this.#timer = setTimeout(() => this.#fire(), this.#leftMs);
    }
  }

  cancel(): void {
    this.pause();
    this.#act = undefined;
  }

  #fire(): void {
    const act = this.#act;
    this.cancel();
    act?.();
  }
}
