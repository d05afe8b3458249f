// Messages a second over the channel between a process and its child: `ipc.mjs SERIALIZATION COUNT BATCH [by-parent]`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { check, now, tell } from './clock.mjs';

const WARM_UP = 5000;
/** A sender waits when so many messages have not left, for a channel takes all and keeps them in memory. */
const IN_FLIGHT = 64;

const [serialization = 'json', count = '0', batch = '1', way = 'direct', role] = process.argv.slice(2);
const args = [serialization, count, batch, way];

if (role === 'receiver') {
  receive();
} else if (role === 'sender') {
  process.on('message', (size) => void send(process, size));
} else {
  const receiver = fork(fileURLToPath(import.meta.url), [...args, 'receiver'], { serialization });
  const sender = way === 'by-parent' ? fork(fileURLToPath(import.meta.url), [...args, 'sender'], { serialization }) : undefined;
  sender?.on('message', (message) => receiver.send(message));
  await round(WARM_UP);
  tell(await round(Number(count)));
  receiver.kill();
  sender?.kill();

  /** Messages a second, from the first that was received to the last. */
  async function round(size) {
    const report = once(receiver, 'message');
    if (sender) {
      sender.send(size);
    } else {
      await send(receiver, size);
    }
    const [{ first, last, seen, sum }] = await report;
    check(seen, size, 'messages');
    check(sum, (size * (size + 1)) / 2, 'sum of ids');
    return size / (last - first);
  }
}

function receive() {
  let [first, seen, sum] = [0, 0, 0];
  process.on('message', (messages) => {
    if (messages === null) {
      process.send({ first, last: now(), seen, sum });
      [seen, sum] = [0, 0];
      return;
    }
    for (const { id } of [messages].flat()) {
      if (seen === 0) {
        first = now();
      }
      seen += 1;
      sum += id;
    }
  });
}

async function send(channel, size) {
  const together = Number(batch);
  for (let sent = 0, inFlight = 0; sent < size; sent += together) {
    const messages = Array.from({ length: Math.min(together, size - sent) }, (_, index) => ({ id: sent + index + 1, name: 'item' }));
    const message = together === 1 ? messages[0] : messages;
    if (++inFlight < IN_FLIGHT) {
      channel.send(message);
    } else {
      inFlight = 0;
      await new Promise((resolve) => channel.send(message, resolve));
    }
  }
  channel.send(null);
}
