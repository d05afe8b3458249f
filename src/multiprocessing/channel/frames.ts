import type { Encoded } from '../values/codec.js';

/** Length of the payload, its format, the sender's PID and the number of the message, each a 32-bit word. */
const HEAD_BYTES = 16;
const [JSON_TEXT, V8, BYTES] = [0, 1, 2];

/** A message as it goes through a stream of bytes. `id` names it: the sender's PID and a number. */
export interface Message {
  readonly payload: Encoded | { readonly bytes: Buffer };
  readonly id: string;
  /** The length of the payload in bytes. */
  readonly bytes: number;
}

/** The bytes of a message: its head, and behind it the payload. */
export function frame(payload: Message['payload'], pid: number, number: number): [head: Buffer, payload: Buffer] {
  const isText = typeof payload === 'string';
  const body = isText ? Buffer.from(payload) : 'bytes' in payload ? payload.bytes : payload;
  const head = Buffer.allocUnsafe(HEAD_BYTES);
  head.writeUInt32LE(body.length, 0);
  head.writeUInt32LE(isText ? JSON_TEXT : 'bytes' in payload ? BYTES : V8, 4);
  head.writeUInt32LE(pid, 8);
  head.writeUInt32LE(number >>> 0, 12);
  return [head, body];
}

/** A message from this size on is read to where it stays. Of smaller ones many are read at once, and copied out. */
const LARGE_BYTES = 16 << 10;
const MANY_BYTES = 64 << 10;

/** Puts messages together again from pieces of any size. */
export class FrameReader {
  readonly #head = Buffer.allocUnsafe(HEAD_BYTES);
  #headLength = 0;
  #body: Buffer | undefined;
  #bodyLength = 0;
  #many: Buffer | undefined;

  /** Whether a message has begun that has not ended. */
  get isInside(): boolean {
    return this.#headLength > 0;
  }

  /** Where a piece is best read to, until the next one is pushed. A piece that lies elsewhere is copied. */
  get room(): Uint8Array {
    if (this.#body && this.#body.length >= LARGE_BYTES) {
      return new Uint8Array(this.#body.buffer, this.#bodyLength);
    }
    this.#many ??= Buffer.allocUnsafeSlow(MANY_BYTES);
    return this.#many;
  }

  /** Takes the next piece, and gives the messages that it completes. */
  *push(piece: Uint8Array): Generator<Message, void, void> {
    let at = 0;
    while (at < piece.length) {
      at += this.#body ? this.#fillBody(this.#body, piece.subarray(at)) : this.#fillHead(piece.subarray(at));
      if (this.#body && this.#bodyLength === this.#body.length) {
        yield this.#complete(this.#body);
      }
    }
  }

  #fillHead(piece: Uint8Array): number {
    const part = piece.subarray(0, HEAD_BYTES - this.#headLength);
    this.#head.set(part, this.#headLength);
    this.#headLength += part.length;
    if (this.#headLength === HEAD_BYTES) {
      const length = this.#head.readUInt32LE(0);
      // With room behind it for the head of the next message, so that one read takes both.
      this.#body = Buffer.allocUnsafeSlow(length + HEAD_BYTES).subarray(0, length);
      this.#bodyLength = 0;
    }
    return part.length;
  }

  #fillBody(body: Buffer, piece: Uint8Array): number {
    const part = piece.subarray(0, body.length - this.#bodyLength);
    if (part.buffer !== body.buffer) {
      body.set(part, this.#bodyLength);
    }
    this.#bodyLength += part.length;
    return part.length;
  }

  #complete(body: Buffer): Message {
    const format = this.#head.readUInt32LE(4);
    const payload = format === JSON_TEXT ? body.toString() : format === BYTES ? { bytes: body } : body;
    this.#body = undefined;
    this.#headLength = 0;
    return { payload, id: `${this.#head.readUInt32LE(8)}.${this.#head.readUInt32LE(12)}`, bytes: body.length };
  }
}
