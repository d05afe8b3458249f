/**
 * A message as it goes through Node's channel, which has V8's format: quick for one text and for buffers, slow for all else.
 * The text is JSON of the parts, with null in the place of each buffer.
 */
export type Wire = string | { readonly text: string; readonly buffers: readonly Uint8Array[] };

/** The first part of each message, to tell it from what a program sends by itself. */
const MARK = 'mp-tutor';
const BEGINNING = JSON.stringify([MARK]).slice(0, -1);

/** With the longest text, of two bytes a character, just below 2 GiB, from which on Node loses its place in the channel. */
const MOST_BYTES = 1023 << 20;

/**
 * @param parts buffers, and what JSON keeps as it is; none of them is null
 * @throws RangeError for what is too large for one message
 */
export function toWire(parts: readonly unknown[]): Wire {
  const buffers = parts.filter((part) => part instanceof Uint8Array);
  if (buffers.length === 0) {
    return textOf(parts);
  }
  const bytes = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (bytes > MOST_BYTES) {
    throw new RangeError(`A message has ${bytes} bytes of binary data, and can have ${MOST_BYTES}.`);
  }
  return { text: textOf(parts.map((part) => (part instanceof Uint8Array ? null : part))), buffers };
}

function textOf(parts: readonly unknown[]): string {
  return JSON.stringify([MARK, ...parts]);
}

/** The parts of a message. */
export function fromWire(wire: Wire): unknown[] {
  if (typeof wire === 'string') {
    return (JSON.parse(wire) as unknown[]).slice(1);
  }
  const left = wire.buffers.values();
  return fromWire(wire.text).map((part) => part ?? left.next().value);
}

/** Whether it is a message of ours. */
export function isWire(message: unknown): message is Wire {
  const text = typeof message === 'object' && message !== null && 'text' in message ? message.text : message;
  return typeof text === 'string' && text.startsWith(BEGINNING);
}
