import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface InstalledPython {
  readonly executable: string;
  /** As in `3.8`. */
  readonly version: string;
}

const VERSIONS = join(homedir(), '.pyenv', 'versions');

/** Every Python from 3.8 that pyenv has installed, the oldest first; else the one in the PATH, if it is new enough. */
export const pythons: readonly InstalledPython[] = installed();

function installed(): InstalledPython[] {
  const folders = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const found = [...folders.map((folder) => join(VERSIONS, folder, 'bin', 'python3')), 'python3'].flatMap(ask);
  const recent = found.filter(({ version }) => minor(version) >= 8).toSorted((a, b) => minor(a.version) - minor(b.version));
  return recent.filter(({ version }, index) => recent.findIndex((other) => other.version === version) === index);
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

function ask(command: string): InstalledPython[] {
  try {
    const question = 'import sys; print("%d.%d" % sys.version_info[:2], sys.executable)';
    const answer = execFileSync(command, ['-I', '-c', question], { encoding: 'utf8', stdio: 'pipe' });
    const [version = '', executable = ''] = answer.trim().split(' ');
    return version.startsWith('3.') && executable !== '' ? [{ executable, version }] : [];
  } catch {
    return [];
  }
}
