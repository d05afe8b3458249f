const IPC = 'Node IPC, json';

export default {
  id: 'd',
  title: 'Small messages from process to process',
  unit: 'messages/s',
  better: 'more',
  contestants: [
    { name: 'Queue, put and await get', ours: true, node: 'programs/queue.mjs', args: ['1', '1', '400000'] },
    { name: 'Queue, await put and await get', ours: true, node: 'programs/queue.mjs', args: ['1', '1', '400000', 'await'] },
    { name: 'Queue, 2 producers and 2 consumers', ours: true, node: 'programs/queue.mjs', args: ['2', '2', '300000'] },
    { name: 'C, ring in shared memory', c: 'c/ring.c', args: ['20000000'] },
    { name: 'C, pipe', c: 'c/pipe_messages.c', args: ['1000000'] },
    { name: 'Python Queue', python: 'python/queue_messages.py', args: ['queue', '1', '1', '50000'] },
    { name: 'Python Queue, 2 producers and 2 consumers', python: 'python/queue_messages.py', args: ['queue', '2', '2', '50000'] },
    { name: 'Python SimpleQueue', python: 'python/queue_messages.py', args: ['simple', '1', '1', '50000'] },
    { name: 'Python Pipe, one way', python: 'python/queue_messages.py', args: ['pipe', '1', '1', '50000'] },
    { name: 'Python Pipe', python: 'python/queue_messages.py', args: ['duplex', '1', '1', '50000'] },
    { name: IPC, node: 'programs/ipc.mjs', args: ['json', '60000', '1'] },
    { name: 'Node IPC, advanced', node: 'programs/ipc.mjs', args: ['advanced', '40000', '1'] },
    { name: 'Node IPC, json, by way of the parent', node: 'programs/ipc.mjs', args: ['json', '40000', '1', 'by-parent'] },
    { name: 'Node IPC, json, 64 in a message', node: 'programs/ipc.mjs', args: ['json', '640000', '64'] },
  ],
  targets: [
    { says: 'Queue ≥ 8 × Python Queue', ours: 'Queue, put and await get', beside: 'Python Queue', atLeast: 8 },
    { says: 'Queue ≥ 5 × Node IPC', ours: 'Queue, put and await get', beside: [IPC, 'Node IPC, advanced'], atLeast: 5 },
    {
      says: '2 producers and 2 consumers ≥ 5 × Python Queue',
      ours: 'Queue, 2 producers and 2 consumers',
      beside: 'Python Queue, 2 producers and 2 consumers',
      atLeast: 5,
    },
    { says: 'Queue beside the physical limit', ours: 'Queue, put and await get', beside: 'C, ring in shared memory' },
  ],
};
