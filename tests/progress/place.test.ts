import { expect, it } from 'vitest';
import { journalFile } from '../../src/progress/index.js';

const home = '/home/ada';

it.each<[string, NodeJS.Platform, string | undefined, string]>([
  ['on Linux', 'linux', undefined, '/home/ada/.local/state/mp-tutor/journal.jsonl'],
  ['on macOS', 'darwin', undefined, '/home/ada/Library/Application Support/mp-tutor/journal.jsonl'],
  ['where XDG_STATE_HOME says', 'linux', '/var/state', '/var/state/mp-tutor/journal.jsonl'],
  ['where XDG_STATE_HOME says, on macOS too', 'darwin', '/var/state/', '/var/state/mp-tutor/journal.jsonl'],
  ['not in an XDG_STATE_HOME that is relative', 'linux', 'state', '/home/ada/.local/state/mp-tutor/journal.jsonl'],
  ['not in an XDG_STATE_HOME that is empty', 'linux', '', '/home/ada/.local/state/mp-tutor/journal.jsonl'],
])('lies %s', (_, platform, state, file) => {
  expect(journalFile({ env: { XDG_STATE_HOME: state }, platform, home })).toBe(file);
});
