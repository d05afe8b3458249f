import type { ReadStream, WriteStream } from 'node:tty';
import { capabilities, type Capabilities } from '../terminal/index.js';

/** The process's surroundings. Only the cli knows them; it hands on what a room needs. */
export interface Io {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the flags say about the output. */
export interface OutputFlags {
  readonly color?: boolean;
  readonly plain?: boolean;
  readonly json?: boolean;
}

export interface Output {
  readonly capabilities: Capabilities;
  readonly view: 'live' | 'lines' | 'json';
}

/** Decides, once, how to show things: live only to somebody at a terminal who can see it move and press keys. */
export function decideOutput({ stdin, stdout, env }: Io, flags: OutputFlags): Output {
  const can = capabilities(stdout, env, flags);
  if (flags.json) {
    return { capabilities: can, view: 'json' };
  }
  const isLive = !flags.plain && can.animated && stdin.isTTY;
  return { capabilities: can, view: isLive ? 'live' : 'lines' };
}

/** What stands before `mp-tutor` when somebody wants to run it again: whoever ran it with npx may have it only there. */
export function commandPrefix({ env }: Io): 'npx ' | '' {
  return env['npm_command'] === 'exec' ? 'npx ' : '';
}
