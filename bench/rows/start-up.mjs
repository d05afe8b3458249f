import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/mp-tutor.js', import.meta.url));
const ofOurs = (folder, ...args) => ({
  name: `mp-tutor ${args.join(' ')}`,
  ours: true,
  wall: true,
  command: ['env', `XDG_STATE_HOME=${folder}/state`, `XDG_CACHE_HOME=${folder}/cache`, process.execPath, launcher, ...args],
});
const target = (name, atMost) => ({ says: `${name} ≤ ${atMost} × node -e 0`, ours: `mp-tutor ${name}`, beside: 'node -e 0', atMost });

export default {
  id: 'start-up',
  title: 'From Enter to the end of the command',
  unit: 'ms',
  better: 'less',
  rounds: 25,
  base: 'node -e 0',
  contestants: (folder) => [
    { name: 'node -e 0', wall: true, command: ['env', process.execPath, '-e', '0'] },
    ofOurs(folder, '--version'),
    ofOurs(folder, '--help'),
    ofOurs(folder, 'learn', '--list'),
  ],
  targets: [target('--version', 1.4), target('--help', 1.8), target('learn --list', 2.5)],
};
