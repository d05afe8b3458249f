export default {
  id: 'start-up-live',
  title: 'From Enter to the first frame of `demo pool` that shows its three workers at work',
  unit: 'ms',
  better: 'less',
  rounds: 15,
  base: 'node -e 0',
  contestants: (folder) => [
    { name: 'node -e 0', wall: true, command: [process.execPath, '-e', '0'] },
    { name: 'mp-tutor demo pool', ours: true, node: 'programs/start/first-frame.mjs', args: [folder] },
    { name: 'Node starts Node, which forks three', node: 'programs/start/bare-chain.mjs' },
  ],
  targets: [{ says: 'three workers at work ≤ 4 × node -e 0', ours: 'mp-tutor demo pool', beside: 'node -e 0', atMost: 4 }],
  notes: ['Three starts of Node stand behind one another: the tutor, the program of the demo, its workers. The bare chain has nothing else: no frame, no library, no trace.'],
};
