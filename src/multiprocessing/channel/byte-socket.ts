import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net';
import type { Descriptor } from '../start/handle.js';

export interface ByteListener {
  /** Where the next piece is best read to. */
  readonly room: Uint8Array;
  /** A piece, valid only during the call. @returns whether more is wanted now */
  bytes(piece: Uint8Array): boolean;
  /** Nothing more will come; with the reason, unless the last copy of the other end was closed. */
  end(error?: Error): void;
}

/** Makes a socket of a descriptor, reading only from `resume()` until the listener has enough. */
export function openSocket(descriptor: Descriptor, listener: ByteListener): Socket {
  const socket = descriptor instanceof Socket ? tap(descriptor, listener) : open(Number(descriptor), listener);
  socket.on('end', () => listener.end());
  socket.on('error', (error) => listener.end(error));
  return socket;
}

function tap(socket: Socket, listener: ByteListener): Socket {
  socket.pause();
  return socket.on('data', (piece: Buffer) => {
    if (!listener.bytes(piece)) {
      socket.pause();
    }
  });
}

function open(fd: number, listener: ByteListener): Socket {
  const options: SocketConstructorOpts & { onread: OnReadOpts } = {
    fd,
    readable: true,
    writable: true,
    allowHalfOpen: true,
    onread: {
      buffer: () => listener.room,
      callback: (length, buffer) => listener.bytes(buffer.subarray(0, length)),
    },
  };
  const socket = new Socket(options);
  socket.pause();
  return socket;
}
