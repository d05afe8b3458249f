export default {
  id: 'e',
  title: 'Bytes through a channel, 64 KiB at a time',
  unit: 'MiB/s',
  better: 'more',
  contestants: [
    { name: 'Pipe', ours: true, node: 'programs/pipe.mjs', args: ['8000'] },
    { name: 'C, socketpair with large buffers', c: 'c/socketpair.c', args: ['16000'] },
    { name: 'C, 64 KiB a read, into the same memory', c: 'c/socketpair.c', args: ['16000', '64', '64'] },
    { name: 'C, 64 KiB a read, into 64 MiB in turn', c: 'c/socketpair.c', args: ['16000', '64', '65536'] },
    { name: 'Python Pipe, send_bytes', python: 'python/pipe_bytes.py', args: ['8000', 'duplex'] },
    { name: 'Python Pipe, one way, send_bytes', python: 'python/pipe_bytes.py', args: ['8000', 'one-way'] },
    { name: 'Node, standard input of a child', node: 'programs/stdio.mjs', args: ['8000'] },
  ],
  targets: [
    { says: 'Pipe ≥ 1.0 × Python Pipe', ours: 'Pipe', beside: ['Python Pipe, send_bytes', 'Python Pipe, one way, send_bytes'], atLeast: 1 },
    { says: 'Pipe ≥ 1.3 × the standard input of a child of Node', ours: 'Pipe', beside: 'Node, standard input of a child', atLeast: 1.3 },
  ],
  notes: [
    'Python frees a message before it reads the next one, which gets the same memory, still in the cache of the processor; with a garbage collector each message comes to memory that has left the cache. What that alone takes, two of the lines show in C.',
  ],
};
