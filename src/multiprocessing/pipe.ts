import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { preview, tracer } from '../trace/writer.js';
import { openSocket } from './channel/byte-socket.js';
import { frame, FrameReader, type Message } from './channel/frames.js';
import { BrokenPipeError, EOFError, StartError, TimeoutError } from './errors.js';
import { libc } from './memory/libc.js';
import { nameOf } from './names.js';
import { handOver, type Descriptor, type Handle, type HandleDescription } from './start/handle.js';
import { startLimit, type WaitOptions } from './time-limit.js';
import { decode, encode } from './values/codec.js';

/** What may be on its way in each direction, where the OS allows so much: a sender that fills it can rest for a while. */
const BUFFER_BYTES = 1 << 20;
/** After so many messages in a row timers and other events get their turn: into a buffer with room each goes at once. */
const STREAK = 16;

interface Receiver {
  readonly resolve: (message: Message) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * A connection between two ends, each of which can send and receive. Hand an end over as an argument to `Process`; the
 * process gets a copy, so close yours: the other side sees the end only when the *last* copy is closed.
 *
 *     const { left, right } = await Pipe.open<Question, Answer>();
 *
 * The left end sends the first type and receives the second, the right end the other way round; with one type, both do both.
 */
export class Pipe<ToRight = unknown, ToLeft = ToRight> {
  private constructor(
    /** What it sends, the right end receives. */
    readonly left: PipeEnd<ToRight, ToLeft>,
    /** What it sends, the left end receives. */
    readonly right: PipeEnd<ToLeft, ToRight>,
  ) {}

  /** Makes a pipe. @throws SharedMemoryError when this process has too many open files, with their `code` EMFILE */
  static async open<ToRight = unknown, ToLeft = ToRight>(): Promise<Pipe<ToRight, ToLeft>> {
    const name = nameOf('pipe');
    const [left, right] = libc().socketPair(BUFFER_BYTES);
    return new Pipe(new PipeEnd<ToRight, ToLeft>(name, 'left', left), new PipeEnd<ToLeft, ToRight>(name, 'right', right));
  }
}

/** One end of a pipe. Two processes that send on copies of the same end at once would mix their messages up. */
export class PipeEnd<Sent = unknown, Received = Sent> implements Handle, AsyncIterable<Received> {
  /** The name of the pipe. */
  readonly name: string;
  /** Which end it is, in traces and messages. */
  readonly side: 'left' | 'right';
  readonly #socket: Socket;
  readonly #frames = new FrameReader();
  readonly #arrived: Message[] = [];
  readonly #receivers: Receiver[] = [];
  #sent = 0;
  #isClosed = false;
  #end: Error | undefined;

  /** Called only by the library: ends come from `Pipe.open()` or as an argument. */
  constructor(name: string, side: 'left' | 'right', fd: number) {
    this.name = name;
    this.side = side;
    const frames = this.#frames;
    this.#socket = openSocket(fd, {
      get room() {
        return frames.room;
      },
      bytes: (piece) => this.#take(piece),
      end: (error) => this.#finish(this.#endOfFile(error)),
    });
  }

  /**
   * Sends a value. When the promise resolves, the OS has all of it, though perhaps nobody has received it.
   * @throws TransferError for a value that cannot be sent, BrokenPipeError when no copy of the other end is open, or when
   *   this process has closed its copy of this one
   */
  async send(value: Sent): Promise<void> {
    const payload = Buffer.isBuffer(value) ? { bytes: value } : encode(value, 'message');
    const number = ++this.#sent;
    const [head, body] = frame(payload, process.pid, number);
    const where = { pipe: this.name, end: this.side };
    const span = tracer?.begin('pipe', 'send', { ...where, value: preview(value), bytes: body.length });
    try {
      await this.#write(head, body);
      span?.end({ ...where, message: `${process.pid}.${number}` });
      if (number % STREAK === 0) {
        await nextTurn();
      }
    } catch (error) {
      span?.end({ ...where, error: String(error) });
      throw error;
    }
  }

  /**
   * Receives the next message, waiting for it.
   * @throws EOFError when the last copy of the other end is closed and everything has been received (or a `send` has
   *   failed at that: then what had arrived and was not received is lost); TimeoutError
   */
  async recv(options: WaitOptions = {}): Promise<Received> {
    const where = { pipe: this.name, end: this.side };
    const span = tracer?.begin('pipe', 'recv', where);
    try {
      const { payload, id, bytes } = this.#arrived.shift() ?? (await this.#wait(options));
      const value = (isBytes(payload) ? payload.bytes : decode(payload)) as Received;
      span?.end({ ...where, message: id, value: preview(value), bytes });
      return value;
    } catch (error) {
      span?.end({ ...where, ...(error instanceof EOFError ? { eof: true } : { error: String(error) }) });
      throw error;
    }
  }

  /** Receives messages until the end of file. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Received, void, void> {
    for (;;) {
      let message: Received;
      try {
        message = await this.recv();
      } catch (error) {
        if (error instanceof EOFError) {
          return;
        }
        throw error;
      }
      yield message;
    }
  }

  /** Closes this process's copy of the end, once what was sent is out. Copies in other processes stay open. */
  close(): void {
    if (this.#isClosed) {
      return;
    }
    this.#isClosed = true;
    tracer?.instant('pipe', 'close', { pipe: this.name, end: this.side });
    // Not `end()`: that would shut the connection down for the copies in other processes as well.
    this.#socket.write('', () => this.#socket.destroy());
    this.#finish(new EOFError(this.#closedText));
  }

  [handOver](): { description: HandleDescription; descriptors: readonly Descriptor[] } {
    if (this.#isClosed) {
      throw new StartError(`${this.#closedText} Hand it over before you close it.`);
    }
    return {
      description: { kind: 'pipe', name: this.name, detail: { side: this.side } },
      descriptors: [this.#socket],
    };
  }

  /** In a child: opens what was handed over. */
  static attach({ name, detail }: HandleDescription, [fd = -1]: readonly number[]): PipeEnd {
    return new PipeEnd(name, detail['side'] === 'left' ? 'left' : 'right', fd);
  }

  get #closedText(): string {
    return `This process has closed its copy of the ${this.side} end of ${this.name}.`;
  }

  #write(head: Buffer, body: Buffer): Promise<void> {
    if (this.#isClosed) {
      throw new BrokenPipeError(this.#closedText);
    }
    return new Promise((resolve, reject) => {
      this.#socket.cork();
      this.#socket.write(head);
      this.#socket.write(body, (error) => (error ? reject(this.#broken(error)) : resolve()));
      this.#socket.uncork();
    });
  }

  #wait(options: WaitOptions): Promise<Message> {
    if (this.#end) {
      throw this.#end;
    }
    return new Promise((resolve, reject) => {
      const timer = startLimit(options, () => this.#giveUp(receiver, `took longer than ${options.timeout} ms`));
      const receiver: Receiver = {
        resolve: (message) => (clearTimeout(timer), resolve(message)),
        reject: (reason) => (clearTimeout(timer), reject(reason)),
      };
      this.#receivers.push(receiver);
      this.#socket.ref();
      this.#socket.resume();
    });
  }

  #giveUp(receiver: Receiver, why: string): void {
    this.#receivers.splice(this.#receivers.indexOf(receiver), 1);
    this.#pauseIfNobodyWaits();
    receiver.reject(new TimeoutError(`Receiving a message from ${this.name} ${why}.`));
  }

  #take(piece: Uint8Array): void {
    for (const message of this.#frames.push(piece)) {
      const receiver = this.#receivers.shift();
      if (receiver) {
        receiver.resolve(message);
      } else {
        this.#arrived.push(message);
      }
    }
    // Who gets a message may well wait for the next one at once. A tick that is asked for from a promise comes after
    // all that follows from the message.
    queueMicrotask(() => process.nextTick(() => this.#pauseIfNobodyWaits()));
  }

  /** A paused socket may still read a little ahead, so it must not keep the process alive either. */
  #pauseIfNobodyWaits(): void {
    if (this.#receivers.length === 0) {
      this.#socket.pause();
      this.#socket.unref();
    }
  }

  #finish(reason: Error): void {
    this.#end ??= reason;
    for (const receiver of this.#receivers.splice(0)) {
      receiver.reject(this.#end);
    }
  }

  #endOfFile(error: Error | undefined): Error {
    if (error && !isBroken(error)) {
      return error;
    }
    const inside = this.#frames.isInside ? ' in the middle of a message' : '';
    return new EOFError(`${this.name} ended${inside}: the last copy of its other end is closed.`);
  }

  #broken(error: Error): Error {
    const reason = `Nobody can receive from ${this.name}: the last copy of its other end is closed.`;
    return isBroken(error) ? new BrokenPipeError(reason, { cause: error }) : error;
  }
}

/**
 * The first write finds the pipe broken, or a read does, which cancels the write (from Node 22 on); after that Node has
 * destroyed the socket.
 */
const BROKEN: readonly unknown[] = ['EPIPE', 'ECONNRESET', 'ECANCELED', 'ERR_STREAM_DESTROYED'];

function isBroken(error: Error): boolean {
  return 'code' in error && BROKEN.includes(error.code);
}

function isBytes(payload: Message['payload']): payload is { readonly bytes: Buffer } {
  return typeof payload === 'object' && 'bytes' in payload;
}
