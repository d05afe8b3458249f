import { describe, expect, it } from 'vitest';
import { int, parseCall } from '../../../src/stage/waits/calls.js';
import { parseAccess, parseDescriptorSet, parseEpoll, parsePollSet, parseTarget } from '../../../src/stage/waits/descriptors.js';
import { hasPlace, parseRegions, sharedPlace } from '../../../src/stage/waits/regions.js';
import { parseKnown } from '../../../src/stage/waits/everybody.js';
import { parsePeers } from '../../../src/stage/waits/sockets.js';

describe('/proc/PID/task/TID/syscall', () => {
  it('names the call that a thread waits in, by the architecture', () => {
    const waiting = '61 0x201e 0x7ffe5869e8ac 0x0 0x0 0x0 0x0 0x7ffe5869e898 0x7f09006f1bd3\n';
    expect(parseCall(waiting, 'x64')).toEqual({ name: 'wait4', args: [0x201en, 0x7ffe5869e8acn, 0n, 0n, 0n, 0n] });
    const locked = '202 0x7f0900e2f000 0x109 0x0 0x0 0x0 0xffffffff 0x7ffe5869e310 0x7f09006a3e96\n';
    expect(parseCall(locked, 'x64')).toMatchObject({ name: 'futex' });
    expect(parseCall('260 0xffffffffffffffff 0x0 0x0 0x0 0x0 0x0 0xffffe7b4 0xffff8c0e\n', 'arm64')).toMatchObject({ name: 'wait4' });
    expect(parseCall('63 0x3 0x0 0x4 0x0 0x0 0x0 0xffffe7b4 0xffff8c0e\n', 'arm64')).toMatchObject({ name: 'read' });
  });

  it('says when a thread is in no call, or in one that we do not know', () => {
    expect(parseCall('running\n', 'x64')).toEqual({ name: 'running' });
    expect(parseCall('-1 0x7ffe5869e898 0x7f09006f1bd3\n', 'x64')).toEqual({ name: 'none' });
    expect(parseCall('34 0x0 0x0 0x0 0x0 0x0 0x0 0x7ffe5869e898 0x7f09006f1bd3\n', 'x64')).toEqual({ name: 'other', number: 34 });
    expect(parseCall('61 0x0 0x0 0x0 0x0 0x0 0x0 0x0 0x0\n', 'mips')).toEqual({ name: 'other', number: 61 });
    expect(parseCall('', 'x64')).toEqual({ name: 'none' });
  });

  it.each([[0xffff_ffffn, -1], [2n ** 64n - 1n, -1], [0x1_0000_0005n, 5], [undefined, 0]])('%s is %d as an int', (value, expected) => {
    expect(int(value)).toBe(expected);
  });
});

describe('/proc/PID/fd and fdinfo', () => {
  it.each([
    ['pipe:[2533755]', { kind: 'pipe', inode: 2533755 }],
    ['socket:[2476239]', { kind: 'socket', inode: 2476239 }],
    ['/dev/pts/0', { kind: 'other', name: '/dev/pts/0' }],
    ['anon_inode:[eventpoll]', { kind: 'other', name: 'anon_inode:[eventpoll]' }],
    ['/tmp/pipe:[7]', { kind: 'other', name: '/tmp/pipe:[7]' }],
  ])('%s', (link, target) => {
    expect(parseTarget(link)).toEqual(target);
  });

  it.each([['0100000', 'read'], ['02000001', 'write'], ['02004002', 'both']])('a descriptor with the flags %s is for %s', (flags, access) => {
    expect(parseAccess(`pos:\t0\nflags:\t${flags}\nmnt_id:\t15\nino:\t2533755\n`)).toBe(access);
  });

  it('an epoll descriptor tells what it watches', () => {
    const text = [
      'pos:\t0', 'flags:\t02000002', 'mnt_id:\t16', 'ino:\t1064',
      'tfd:       10 events:       19 data:                a  pos:0 ino:428 sdev:10',
      'tfd:       20 events: 8000001d data:               14  pos:0 ino:26a91e sdev:9',
      'tfd:        9 events:        4 data:                9  pos:0 ino:428 sdev:10',
    ].join('\n');
    expect(parseEpoll(text)).toEqual([
      { fd: 10, reads: true, writes: false },
      { fd: 20, reads: true, writes: true },
      { fd: 9, reads: false, writes: true },
    ]);
  });
});

describe('/proc/PID/stat', () => {
  const stat = (state: string, flags: number, threads: number): string => `7 (a) b) ${state} 3 6 5 0 -1 ${flags} 1 0 0 0 1 5 0 0 20 0 ${threads} 0 167725 0 0`;
  it.each([
    ['a process', stat('S', 4194304, 2), false],
    ['one of the kernel', stat('S', 2129984, 1), true],
    ['a zombie', stat('Z', 4194304, 1), true],
    ['one whose main thread has ended', stat('Z', 4194304, 2), false],
  ])('tells when %s was started, and whether it has anything at all', (_, text, isEmpty) => {
    expect(parseKnown(text)).toEqual({ pid: 7, parent: 3, startedAt: 167_725, isEmpty });
  });
});

describe('the memory of a call with several descriptors', () => {
  it('is a list of pollfd, in which negative descriptors do not count', () => {
    const bytes = Buffer.alloc(24);
    [[7, 1], [-1, 1], [9, 4]].forEach(([fd = 0, events = 0], at) => {
      bytes.writeInt32LE(fd, at * 8);
      bytes.writeInt16LE(events, at * 8 + 4);
    });
    expect(parsePollSet(bytes)).toEqual([{ fd: 7, reads: true, writes: false }, { fd: 9, reads: false, writes: true }]);
  });

  it('is a set of bits for select', () => {
    expect(parseDescriptorSet(Buffer.from([0b1000, 0, 0b1]))).toEqual([3, 16]);
  });
});

describe('/proc/PID/maps', () => {
  const maps = [
    '5612975b5000-5612975f6000 rw-p 00000000 00:00 0                          [heap]',
    '7f0900e2f000-7f0900e30000 rw-s 00000000 00:1b 11395                      /dev/shm/sem.p75rTu (deleted)',
    '7f0900e30000-7f0900e32000 rw-s 00001000 00:01 1046                       /dev/zero (deleted)',
    '7f0900e32000-7f0900e33000 rw-p 00035000 fe:00 6316                       /usr/lib/ld with spaces.so',
  ].join('\n');

  it('tells memory that processes share from memory of one', () => {
    const regions = parseRegions(`${maps}\n7f0900e33000-7f0900e34000 rw-s 00000000 00:1b 12 /tmp/with spaces\n`);
    expect(regions.map(({ path }) => path)).toEqual(['/dev/shm/sem.p75rTu (deleted)', '/dev/zero (deleted)', '/tmp/with spaces']);
    expect(sharedPlace(regions, 0x5612975b5010)).toBe(undefined);
    expect(sharedPlace(regions, 0x10)).toBe(undefined);
    expect(sharedPlace(regions, 0x7f0900e2f010)).toEqual({ device: '00:1b', inode: 11395, at: 0x10, file: '/dev/shm/sem.p75rTu', isOpen: false });
    expect(sharedPlace(regions, 0x7f0900e30004)).toEqual({ device: '00:01', inode: 1046, at: 0x1004, file: '', isOpen: false });
  });

  it('knows the same place at another address', () => {
    const place = { device: '00:01', inode: 1046, at: 0x1004, file: '', isOpen: false };
    const elsewhere = parseRegions('7a0000000000-7a0000001000 rw-s 00001000 00:01 1046 /dev/zero (deleted)');
    const before = parseRegions('7a0000000000-7a0000001000 rw-s 00000000 00:01 1046 /dev/zero (deleted)');
    expect([hasPlace(elsewhere, place), hasPlace(before, place), hasPlace([], place)]).toEqual([true, false, false]);
  });
});

it('ss tells both ends of Unix sockets, whatever they are called', () => {
  const text = [
    'u_str LISTEN 0      4096   /run/my socket 2030 * 0   ',
    'u_str ESTAB  0      0                   * 1572 * 1571',
    'u_seq ESTAB  0      0      @/tmp/a b 3 c@ 1571 * 1572',
    'u_dgr UNCONN 0      0                   * 1600 * 0   ',
  ].join('\n');
  expect(parsePeers(text)).toEqual(new Map([[1572, 1571], [1571, 1572]]));
});
