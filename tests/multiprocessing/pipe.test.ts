import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenPipeError, EOFError, Pipe, type PipeEnd, Process, Queue, TimeoutError, TransferError } from 'mp-tutor/multiprocessing';
import { afterEach, describe, expect, it } from 'vitest';
import * as children from './fixtures/pipes.mjs';
import { expectNobodyLeft, patiently, run, timed } from './support.js';

expectNobodyLeft();
const { here } = children;

const ends: PipeEnd[] = [];
afterEach(() => ends.splice(0).forEach((end) => end.close()));

async function open(): Promise<{ left: PipeEnd; right: PipeEnd }> {
  const { left, right } = await Pipe.open();
  ends.push(left, right);
  return { left, right };
}

async function collect(end: PipeEnd): Promise<unknown[]> {
  const messages: unknown[] = [];
  for await (const message of end) {
    messages.push(message);
  }
  return messages;
}

describe('a pipe', () => {
  it('leaves timers their turn, however quickly its messages go', async () => {
    const { left } = await open();
    let turns = 0;
    setImmediate(() => turns++);
    // All of them have room in the buffer, so none has to wait.
    for (let number = 0; number < 100; number++) {
      await left.send(number);
    }
    expect(turns).toBe(1);
  });

  it('carries messages of all kinds in both directions, in order', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.echo, [right]).start();
    right.close();
    const messages = [1, 'ü', undefined, { map: new Map([[1n, [-0]]]) }, Buffer.from([0, 255]), Buffer.alloc(0), null, ''];
    for (const message of messages) {
      await left.send(message);
    }
    for (const message of messages) {
      expect(await left.recv(patiently)).toEqual(message);
    }
    left.close();
    await child.join();
    expect(child.exitCode).toBe(0);
  });

  it('carries 64 MiB, to a process that comes late, and waits until the OS has them', async () => {
    const { left, right } = await open();
    const bytes = Buffer.alloc(64 << 20, 'some bytes\n');
    const sent = left.send(bytes);
    expect(await Promise.race([sent.then(() => 'sent'), sleep(100, 'waits')])).toBe('waits');
    const child = new Process(here, children.hash, [right]).start();
    await sent;
    expect(await left.recv(patiently)).toBe(createHash('sha1').update(bytes).digest('hex'));
    await child.join();
  });

  it('reads no more than a little ahead of who receives', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.receiveOnce, [right]).start();
    right.close();
    const chunk = Buffer.alloc(64 << 10);
    let sent = 0;
    for (let state = 'sent'; state === 'sent' && sent < 200; ) {
      const sending = left.send(chunk).then(() => 'sent', () => 'broken');
      state = await Promise.race([sending, sleep(sent === 0 ? 5000 : 300, 'waits')]);
      sent += 1;
    }
    expect(sent).toBeLessThan(100);
    child.kill();
    await child.join();
  });

  it('carries what two calls send at the same time one after the other', async () => {
    const { left, right } = await open();
    const large = 'x'.repeat(1 << 20);
    const sent = Promise.all([left.send(large), left.send('behind it'), left.send(large)]);
    expect([await right.recv(), await right.recv(), await right.recv()]).toEqual([large, 'behind it', large]);
    await sent;
  });

  it('reaches a grandchild, handed on by a child', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.handOn, [right, ['a', 'b']]).start();
    right.close();
    expect(await collect(left)).toEqual(['a', 'b']);
    await child.join();
  });

  it('refuses what cannot be sent, and is as before', async () => {
    const { left, right } = await open();
    await expect(left.send({ to: left })).rejects.toThrow('message.to is a PipeEnd, which travels only as an argument');
    await expect(left.send([() => 1])).rejects.toThrow(TransferError);
    await left.send('fine');
    expect(await right.recv()).toBe('fine');
  });
});

describe('the end of file', () => {
  it('comes when the other end is closed, behind what was sent', async () => {
    const { left, right } = await open();
    await left.send(1);
    void left.send(2);
    left.close();
    expect(await collect(right)).toEqual([1, 2]);
    await expect(right.recv()).rejects.toThrow(EOFError);
  });

  it('does not come while the parent keeps its copy of an end that it has handed over', async () => {
    const { left, right } = await open();
    const answers = new Queue();
    const sender = new Process(here, children.sendAll, [left, 'only']).start();
    const receiver = new Process(here, children.tellReceived, [right, answers, [5000, 300, 5000]]).start();
    right.close();
    await sender.join();
    expect([await answers.get(), await answers.get()]).toEqual(['only', 'TimeoutError']);
    left.close();
    expect(await answers.get(patiently)).toBe('EOFError');
    await receiver.join();
  });

  it('does not come while another child has a copy', async () => {
    const { left, right } = await open();
    const holder = new Process(here, children.hold, [left, 60_000]).start();
    left.close();
    await expect(right.recv({ timeout: 100 })).rejects.toThrow(TimeoutError);
    holder.kill();
    await holder.join();
    await expect(right.recv(patiently)).rejects.toThrow(EOFError);
  });

  it('comes when the only other process is killed', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.hold, [right, 60_000]).start();
    right.close();
    const received = left.recv(patiently);
    child.kill();
    await expect(received).rejects.toThrow(EOFError);
    await child.join();
  });
});

describe('send', () => {
  it('fails as long as nobody can receive, whoever died', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.hold, [right, 60_000]).start();
    right.close();
    await left.send('into the buffer');
    child.kill();
    await child.join();
    for (let again = 0; again < 3; again++) {
      await expect(left.send('x')).rejects.toThrow(new BrokenPipeError(
        `Nobody can receive from ${left.name}: the last copy of its other end is closed.`,
      ));
    }
    await expect(left.recv()).rejects.toThrow(EOFError);
  });

  it('fails in the middle of a message that nobody reads to its end', async () => {
    const { left, right } = await open();
    const sent = left.send(Buffer.alloc(8 << 20));
    await sleep(20);
    right.close();
    await expect(sent).rejects.toThrow(BrokenPipeError);
  });
});

describe('close', () => {
  it('ends what this process does with its copy, and can be called twice', async () => {
    const { left, right } = await open();
    const received = left.recv();
    left.close();
    left.close();
    const closed = `This process has closed its copy of the left end of ${left.name}.`;
    await expect(received).rejects.toThrow(new EOFError(closed));
    await expect(left.recv()).rejects.toThrow(new EOFError(closed));
    await expect(left.send(1)).rejects.toThrow(new BrokenPipeError(closed));
    await expect(right.recv()).rejects.toThrow(EOFError);
  });
});

describe('recv', () => {
  it('gives up at its limit, and loses nothing', async () => {
    const { left, right } = await open();
    const took = await timed(() => expect(right.recv({ timeout: 60 })).rejects.toThrow(
      new TimeoutError(`Receiving a message from ${right.name} took longer than 60 ms.`),
    ));
    expect(took).toBeGreaterThan(55);
    await left.send('after the limit');
    await sleep(50);
    expect(await right.recv({ timeout: 0 })).toBe('after the limit');
  });

  it('loses nothing when its limit comes in the middle of a message', async () => {
    const { left, right } = await open();
    const child = new Process(here, children.sendAll, [left, 'x'.repeat(20 << 20), 'next']).start();
    let received: unknown;
    for (let timeouts = 0; received === undefined && timeouts < 5000; timeouts++) {
      received = await right.recv({ timeout: 1 }).catch(() => undefined);
    }
    expect(received).toHaveLength(20 << 20);
    expect(await right.recv(patiently)).toBe('next');
    await child.join();
  });

  it('serves those who wait in their order', async () => {
    const { left, right } = await open();
    const received = [right.recv(), right.recv({ timeout: 20 }).catch(() => 'gave up'), right.recv()];
    await sleep(50);
    await left.send(1);
    await left.send(2);
    expect(await Promise.all(received)).toEqual([1, 'gave up', 2]);
  });
});

it.each(['never used', 'received from', 'timed out', 'handed over'])('an open pipe that was %s does not keep a program alive', async (how) => {
  const { said, stderr } = await run('idle-pipe.mjs', [how]);
  expect({ said, stderr }).toEqual({ said: how, stderr: '' });
});
