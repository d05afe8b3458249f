import type { ProcessState } from '../../trace/outcome.js';

/** The state behind a letter of `/proc/PID/stat` or of `ps -o stat`; macOS says I for idle and U for a disk. */
export function stateOf(letter: string | undefined): ProcessState {
  switch (letter) {
    case 'R':
      return 'running';
    case 'S':
    case 'I':
      return 'sleeping';
    case 'D':
    case 'U':
      return 'waiting for a disk';
    case 'T':
    case 't':
      return 'stopped';
    case 'Z':
    case 'X':
      return 'zombie';
    default:
      return 'unknown';
  }
}
