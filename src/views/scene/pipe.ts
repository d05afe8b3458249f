import type { SpanEvent } from '../../trace/event.js';
import { text } from './arguments.js';

/** What is on its way through a pipe, as both ends tell. */
export interface Pipe {
  /** Sent and not received, the oldest first. */
  readonly messages: readonly Message[];
  /** Messages of which the receiver told before the sender. */
  readonly early: readonly string[];
  /** How many were received. */
  readonly received: number;
  /** Copies of ends that were closed. */
  readonly closed: readonly { readonly pid: number; readonly end: string }[];
}

export interface Message {
  readonly name: string;
  readonly value: string;
  /** The end that it was sent from. */
  readonly from: string;
}

const MOST_REMEMBERED = 50;

export const emptyPipe: Pipe = { messages: [], early: [], received: 0, closed: [] };

/** A `send` or `recv` has ended; `value` is what was sent. */
export function reducePipe(pipe: Pipe, { name, args }: SpanEvent, value: string): Pipe {
  const message = text(args, 'message');
  if (message === '') {
    return pipe;
  }
  return name === 'send' ? send(pipe, { name: message, value, from: text(args, 'end') }) : receive(pipe, message);
}

function send(pipe: Pipe, message: Message): Pipe {
  if (pipe.early.includes(message.name)) {
    return { ...pipe, early: pipe.early.filter((name) => name !== message.name) };
  }
  return { ...pipe, messages: [...pipe.messages, message].slice(-MOST_REMEMBERED) };
}

function receive(pipe: Pipe, received: string): Pipe {
  const messages = pipe.messages.filter(({ name }) => name !== received);
  const isEarly = messages.length === pipe.messages.length;
  const early = isEarly ? [...pipe.early, received].slice(-MOST_REMEMBERED) : pipe.early;
  return { ...pipe, messages, early, received: pipe.received + 1 };
}

/** A process has closed its copy of an end. */
export function closeEnd(pipe: Pipe, pid: number, end: string): Pipe {
  const isKnown = pipe.closed.some((copy) => copy.pid === pid && copy.end === end);
  return isKnown ? pipe : { ...pipe, closed: [...pipe.closed, { pid, end }] };
}
