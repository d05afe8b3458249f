import { once } from 'node:events';
import type { Arguments, TraceEvent } from '../trace/event.js';
import type { Ending, Outcome } from '../trace/outcome.js';
import type { ProcessWait } from '../trace/waits.js';
import { StageError } from './errors.js';
import { EventStream } from './event-stream.js';
import { Follower } from './follow.js';
import { ProcessGroup, send } from './group.js';
import { type Activity, Limit } from './limit.js';
import { Observer } from './observe.js';
import { followLines, type Output } from './output.js';
import { openProcessTable, type ProcessTable } from './processes/table.js';
import type { ProgramOptions, Run } from './run.js';
import type { Running } from './start.js';
import type { TraceFolder } from './trace-folder.js';
import { lookAtWaits } from './waits/look.js';

/** How long a program may take to end after SIGTERM, in milliseconds. */
const TERMINATE_MS = 300;
/** How long the processes that a program leaves behind may take to end by themselves. */
const LEFTOVERS_MS = 500;
/** How long SIGKILL may take: only a process that waits for a disk is slow. */
const KILL_MS = 1000;
/** How long we read on after the last process has ended: one that has left the program may hold a pipe open. */
const PIPES_MS = 200;

/** A program that is running. Its processes, its trace and its output each have their own file; here they meet. */
export class LiveRun implements Run {
  readonly pid: number;
  readonly events: EventStream;
  readonly ended: Promise<Outcome>;
  readonly #startedAt = performance.now();
  readonly #table: ProcessTable;
  readonly #group: ProcessGroup;
  readonly #observer: Observer;
  readonly #follower: Follower;
  readonly #outputs: readonly Output[];
  readonly #limit: Limit;
  #eventCount = 0;
  #stopped = false;
  #ending: Ending | undefined;
  #hung = false;
  #waits: readonly ProcessWait[] = [];
  #kill: NodeJS.Timeout | undefined;

  constructor(running: Running, folder: TraceFolder, { limitMs, patienceMs, signal }: ProgramOptions) {
    const { pid, stdout, stderr } = running;
    this.pid = pid;
    this.events = new EventStream(pid);
    this.#table = openProcessTable(pid, folder.file);
    this.#group = new ProcessGroup(pid, this.#table);
    this.#observer = new Observer(this.#table);
    this.#follower = new Follower(folder.file, (events) => this.#take(events), () => this.#finish('stopped by us'));
    this.#outputs = [
      followLines(stdout, (text) => this.#print('stdout', text)),
      followLines(stderr, (text) => this.#print('stderr', text)),
    ];
    this.#limit = new Limit(limitMs, () => this.#measure(), (hung) => void this.#reachLimit(hung), patienceMs);
    const abort = (): void => this.#finish('stopped by us');
    signal?.addEventListener('abort', abort, { once: true });
    this.ended = this.#settle(running).finally(() => {
      signal?.removeEventListener('abort', abort);
      folder.remove();
      this.events.finish();
    });
    // Whoever reads the events awaits this only after them.
    this.ended.catch(() => undefined);
  }

  stop(): void {
    if (!this.#stopped && this.#ending === undefined) {
      this.#stopped = true;
      this.#limit.pause();
      this.#add('stage', 'stop', {});
      this.#group.signal('SIGSTOP');
    }
  }

  continue(): void {
    if (this.#stopped && this.#ending === undefined) {
      this.#stopped = false;
      this.#limit.resume();
      this.#add('stage', 'continue', {});
      this.#group.signal('SIGCONT');
    }
  }

  kill(pid: number): void {
    const row = this.#table.find(pid);
    if (row === undefined && !this.#observer.hasSeen(pid)) {
      throw new StageError(`Process ${pid} is not one of this program, so it is not killed.`);
    }
    if (row !== undefined && row.state !== 'zombie') {
      this.#add('stage', 'kill', { target: pid });
      send(pid, 'SIGKILL');
    }
  }

  end(): Promise<Outcome> {
    this.#finish('stopped by us');
    return this.ended;
  }

  #take(events: readonly TraceEvent[]): void {
    events.forEach((event) => this.#emit(event));
    if (events.some(({ cat, name }) => cat === 'process' && (name === 'started' || name === 'run'))) {
      void this.#observer.sample();
    }
  }

  /** What was traced before it was printed comes first. */
  #print(stream: 'stdout' | 'stderr', text: string): void {
    this.#follower.follow();
    this.#add('output', stream, { text });
  }

  #add(cat: 'output' | 'stage', name: string, args: Arguments): void {
    const ts = Number(process.hrtime.bigint()) / 1000;
    this.#emit({ ph: 'i', cat, name, pid: this.pid, tid: this.pid, ts, args });
  }

  #emit(event: TraceEvent): void {
    this.#eventCount += 1;
    this.events.add(event);
  }

  async #measure(): Promise<Activity> {
    await this.#observer.sample();
    return { cpuSeconds: this.#observer.cpuSeconds(), events: this.#eventCount };
  }

  /** The program may end, or be ended by others, while we look: then it did not come to its limit. */
  async #reachLimit(hung: boolean): Promise<void> {
    if (this.#ending !== undefined) {
      return;
    }
    const waits = await this.#look();
    if (this.#ending === undefined) {
      this.#hung = hung;
      this.#waits = waits;
      this.#finish('limit');
    }
  }

  /** Whatever goes wrong in the look: the limit is the limit. */
  async #look(): Promise<readonly ProcessWait[]> {
    try {
      const rows = await this.#table.list();
      return await lookAtWaits((rows ?? []).map(({ pid }) => pid));
    } catch {
      return [];
    }
  }

  /** Ends all processes; the first cause counts. */
  #finish(ending: Ending): void {
    if (this.#ending !== undefined) {
      return;
    }
    this.#ending = ending;
    this.#limit.cancel();
    if (this.#stopped) {
      this.#group.signal('SIGCONT');
    }
    this.#group.signal('SIGTERM');
    this.#kill = setTimeout(() => void this.#group.kill(KILL_MS), TERMINATE_MS);
  }

  async #settle({ child, terminal }: Running): Promise<Outcome> {
    await once(child, 'exit');
    const elapsedMs = performance.now() - this.#startedAt;
    this.#ending ??= 'exited';
    this.#limit.cancel();
    await this.#group.ended(LEFTOVERS_MS);
    await this.#group.kill(KILL_MS);
    clearTimeout(this.#kill);
    terminal?.finish();
    await Promise.all(this.#outputs.map((output) => output.close(PIPES_MS)));
    this.#observer.stop();
    const tornLines = this.#follower.close();
    return {
      ending: this.#ending,
      code: child.exitCode ?? undefined,
      signal: child.signalCode ?? undefined,
      hung: this.#hung,
      elapsedMs,
      tornLines,
      processes: this.#observer.summaries(),
      waits: this.#waits,
    };
  }
}
