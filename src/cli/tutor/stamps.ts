import { statSync } from 'node:fs';

/** What was last changed so shortly before it was noted may be changed again without another stamp: clocks of file systems tick. */
const TICK_MS = 50;

/** Whether files have changed, without reading them. */
export class Stamps {
  readonly #stamps = new Map<string, string>();
  #isCertain = true;

  /** Notes how a path is now, at the first time. */
  note(path: string): void {
    if (!this.#stamps.has(path)) {
      this.#stamps.set(path, stampOf(path));
      this.#isCertain &&= Date.now() - changedAt(path) > TICK_MS;
    }
  }

  /** Whether every change from now on can be seen. */
  areCertain(): boolean {
    return this.#isCertain;
  }

  /** In the order in which they were noted, as their stamps. */
  paths(): string[] {
    return [...this.#stamps.keys()];
  }

  all(): string[] {
    return [...this.#stamps.values()];
  }
}

/**
 * Another text for a file that is another or has another content; of anything else only what it is. The time of the last
 * change of its inode cannot be set, as that of the last write can.
 */
export function stampOf(path: string): string {
  const stats = look(path);
  if (stats === undefined) {
    return 'nothing';
  }
  return stats.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : stats.isDirectory() ? 'folder' : 'other';
}

function changedAt(path: string): number {
  const stats = look(path);
  return stats?.isFile() ? stats.ctimeMs : 0;
}

function look(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
