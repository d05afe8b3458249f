import { join } from 'node:path';

/** What decides where the platform keeps what a program remembers. */
export interface Platform {
  readonly env: { readonly [name: string]: string | undefined };
  readonly platform: NodeJS.Platform;
  /** As `os.homedir()` gives it. */
  readonly home: string;
}

/** The path of the journal, which need not exist; absolute if the home folder is. */
export function journalFile({ env, platform, home }: Platform): string {
  return join(stateFolder(env['XDG_STATE_HOME'], platform, home), 'mp-tutor', 'journal.jsonl');
}

/** By the XDG base directory specification, which says to ignore paths that are not absolute; and by macOS's custom. */
function stateFolder(wanted: string | undefined, platform: NodeJS.Platform, home: string): string {
  if (wanted?.startsWith('/')) {
    return wanted;
  }
  return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.local', 'state');
}
