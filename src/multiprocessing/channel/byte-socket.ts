import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net';

export interface ByteListener {
  /** Where the next piece is best read to. */
  readonly room: Uint8Array;
  /** A piece, valid only during the call. */
  bytes(piece: Uint8Array): void;
  /** Nothing more will come; with the reason, unless the last copy of the other end was closed. */
  end(error?: Error): void;
}

/** Makes a socket of a descriptor, reading only from `resume()` until the listener has enough. */
export function openSocket(fd: number, listener: ByteListener): Socket {
  const options: SocketConstructorOpts & { onread: OnReadOpts } = {
    fd,
    readable: true,
    writable: true,
    allowHalfOpen: true,
    onread: {
      buffer: () => listener.room,
      callback(length, buffer) {
        listener.bytes(buffer.subarray(0, length));
        return true;
      },
    },
  };
  const socket = new Socket(options);
  socket.pause();
  socket.on('end', () => listener.end());
  socket.on('error', (error) => listener.end(error));
  return socket;
}
