import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { hanging, isPython, text } from './words.js';

export const zombieOrphan: Demo = {
  name: 'zombie-orphan',
  summary: 'a child that nobody collects, and one whose parent is gone: what the operating system says of them',
  settings: {
    end: {
      default: 'SIGKILL',
      values: { SIGTERM: 'the signal of `kill`, to the parent alone', SIGKILL: 'that of `kill -9`, to the parent alone', 'ctrl-c': 'SIGINT to its whole group, as a terminal sends it' },
      meaning: 'how the parent of the second child is ended',
    },
    delay: common.delay(1200, 'how long each step is left to be seen'),
    workers: { none: 'there are two children, one after the other' },
    kill: { none: 'a process is killed in any case; --end says how' },
  },
  facts: ['uncollected', 'collected', 'childExitCode', 'childAlive', 'adopted'],
  describe: ({ end = '' }) => `a child that ends, and one whose parent is ended by ${end}`,
  explain: (facts) => [...ofZombie(facts), ...ofOrphan(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({
    'ended, not collected': text(facts['uncollected']) || '-',
    'collected': text(facts['collected']) || '-',
    'its parent gone, it lives': facts['childAlive'] === true ? 'yes' : facts['childAlive'] === false ? 'no' : '-',
  }),
  contrast: () => [
    'What becomes of them is the matter of the operating system, so it does not depend on the language.',
    'Node collects a child as soon as its event loop has a turn, so the program keeps it from having one. Python does so in join(), and at the start of another child.',
  ],
  next: ({ end }) => [
    end === 'ctrl-c'
      ? { command: 'mp-tutor demo zombie-orphan --end SIGTERM', why: 'a signal to the parent alone' }
      : { command: 'mp-tutor demo zombie-orphan --end ctrl-c', why: 'the signal that goes to the whole group' },
    { command: 'mp-tutor demo spawn --kill 2', why: 'what a parent learns of a child that is killed' },
  ],
};

function ofZombie(facts: Facts): string[] {
  const [before, after, code] = [text(facts['uncollected']), text(facts['collected']), facts['childExitCode']];
  if (before === '') {
    return ['The program did not come to look at the child that had ended.'];
  }
  const known = before === 'Z' ? 'state Z, a zombie: it has ended, and is kept for its exit code' : `state ${before}`;
  const how = isPython(facts) ? 'join() collected it' : 'The event loop collected it';
  return [`Before it was collected, the first child was seen in ${known}. ${after === '' ? '' : `${how}; then its state was "${after}"${typeof code === 'number' ? `, and its exit code ${code}` : ''}.`}`.trimEnd()];
}

function ofOrphan(facts: Facts): string[] {
  const [alive, end] = [facts['childAlive'], text(facts['end'])];
  if (typeof alive !== 'boolean') {
    return [];
  }
  if (!alive) {
    return [end === 'ctrl-c' ? 'The second child was gone with its parent: the signal went to the whole group.' : 'The second child was gone when it was looked at.'];
  }
  const daemon = isPython(facts) ? ', although it was a daemon' : '';
  const adopted = facts['adopted'] === true ? ' It had another parent by then: it was an orphan.' : '';
  return [`The parent of the second child was sent ${end === 'ctrl-c' ? 'SIGINT' : end}, and the child went on${daemon}.${adopted} The program ended it when it had looked.`];
}
