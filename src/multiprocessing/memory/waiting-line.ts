import { TimeoutError } from '../errors.js';
import { startLimit, type WaitOptions } from '../time-limit.js';
import type { Doorbell } from './doorbell.js';

interface Waiter<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
  timer?: NodeJS.Timeout | undefined;
}

/**
 * For so many turns of the event loop, some 50 µs, we look again before we sleep: being woken costs more than that, and
 * in a busy exchange the wait is mostly shorter.
 */
const TURNS_BEFORE_SLEEP = 30;

/** The callers of this process that wait for the same thing, served first come, first served, when the bell rings. */
export class WaitingLine<Request, Result extends object> {
  readonly #bell: Doorbell;
  readonly #attempt: (request: Request) => Result | undefined;
  readonly #waiters: Waiter<Request, Result>[] = [];
  #state: 'idle' | 'looking' | 'asleep' | 'resting' = 'idle';
  #nextLook: NodeJS.Immediate | undefined;

  /** @param attempt tries for one caller; undefined means "not yet", an error is that caller's */
  constructor(bell: Doorbell, attempt: (request: Request) => Result | undefined) {
    this.#bell = bell;
    this.#attempt = attempt;
  }

  get isEmpty(): boolean {
    return this.#waiters.length === 0;
  }

  /** Whether a caller that comes now need not stand in line. */
  get isFree(): boolean {
    return this.isEmpty && this.#state !== 'resting';
  }

  /** @throws TimeoutError saying `what` took too long */
  wait(request: Request, what: string, options: WaitOptions): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter<Request, Result> = { request, resolve, reject };
      waiter.timer = startLimit(options, () => this.#giveUp(waiter, `${what} took longer than ${options.timeout} ms.`));
      this.#waiters.push(waiter);
      if (this.#state === 'idle') {
        this.#look(TURNS_BEFORE_SLEEP);
      }
    });
  }

  /** Serves those at the head of the line who can be served now. */
  serve(): void {
    for (let waiter = this.#waiters[0]; waiter && this.#state !== 'resting'; waiter = this.#waiters[0]) {
      try {
        const result = this.#attempt(waiter.request);
        if (!result) {
          return;
        }
        waiter.resolve(result);
      } catch (error) {
        waiter.reject(error);
      }
      this.#leave(waiter);
    }
  }

  /** Serves nobody for so long, and leaves the bell to other processes. */
  rest(ms: number): void {
    if (this.#state === 'asleep') {
      this.#bell.ignore();
    }
    clearImmediate(this.#nextLook);
    this.#state = 'resting';
    setTimeout(() => {
      this.#state = 'idle';
      this.#look(TURNS_BEFORE_SLEEP);
    }, ms);
  }

  #look(turns: number): void {
    this.serve();
    if (this.isEmpty) {
      this.#state = 'idle';
    } else if (turns > 0) {
      this.#state = 'looking';
      this.#nextLook = setImmediate(() => this.#look(turns - 1));
    } else {
      this.#state = 'asleep';
      this.#bell.listen(() => this.serve());
      // Between our last look and this, somebody may have rung in vain.
      this.serve();
    }
  }

  #giveUp(waiter: Waiter<Request, Result>, reason: string): void {
    waiter.reject(new TimeoutError(reason));
    this.#leave(waiter);
    this.serve();
  }

  #leave(waiter: Waiter<Request, Result>): void {
    clearTimeout(waiter.timer);
    this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
    if (this.isEmpty && this.#state === 'asleep') {
      this.#state = 'idle';
      this.#bell.ignore();
    }
  }
}
