import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { parse, resolve } from 'node:path';
import { encodePath, REAPER_NAME, REAPER_SCRIPT } from './script.js';

/** What the shell must know. Kept here too, so that a new shell can be told if somebody killed the first. */
const registered = new Set<string>();
let pipe: Socket | undefined;

/** From now on, whatever ends this process ends the process `pid` too. */
export function watch(pid: number): void {
  register(`pid:${checkPid(pid)}`);
}

/** The reverse of `watch`: to be called as soon as the process has ended, since its PID may be used again. */
export function unwatch(pid: number): void {
  unregister(`pid:${checkPid(pid)}`);
}

/** From now on, whatever ends this process ends every process of the group `pid` too. */
export function watchGroup(pid: number): void {
  register(`group:${checkPid(pid)}`);
}

/** The reverse of `watchGroup`. */
export function unwatchGroup(pid: number): void {
  unregister(`group:${checkPid(pid)}`);
}

/** From now on, whatever ends this process removes the folder and all that is in it. */
export function removeAtEnd(folder: string): void {
  register(`folder:${encodePath(checkFolder(folder))}`);
}

/** The reverse of `removeAtEnd`, for a folder that is to stay or has been removed. */
export function keep(folder: string): void {
  unregister(`folder:${encodePath(checkFolder(folder))}`);
}

function register(entry: string): void {
  if (registered.has(entry)) {
    return;
  }
  registered.add(entry);
  if (pipe === undefined) {
    pipe = start();
    tell([...registered].map((each) => `+${each}\n`).join(''));
  } else {
    tell(`+${entry}\n`);
  }
}

function unregister(entry: string): void {
  if (registered.delete(entry)) {
    tell(`-${entry}\n`);
  }
}

/** Node hands a write to the system at once while nothing is queued: the line survives even a SIGKILL right after. */
function tell(lines: string): void {
  if (pipe?.writable === true) {
    pipe.write(lines);
  }
}

/**
 * A shell in a session of its own: neither Ctrl-C nor a closing terminal reaches it, only the end of its stdin does.
 * Libuv makes our end of that pipe close-on-exec, so no child holds it open after our death.
 */
function start(): Socket | undefined {
  // The script comes by the environment, so that a list of processes shows one short line.
  const shell = spawn('/bin/sh', ['-c', 'eval "$SCRIPT"', REAPER_NAME], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', SCRIPT: REAPER_SCRIPT },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  const { stdin } = shell;
  if (!(stdin instanceof Socket)) {
    shell.once('error', ignore);
    return undefined;
  }
  stdin.unref();
  forgetWhenGone(shell, stdin);
  return stdin;
}

/** A shell that could not start or was killed is replaced at the next registration. */
function forgetWhenGone(shell: ChildProcess, stdin: Socket): void {
  const forget = (): void => {
    if (pipe === stdin) {
      pipe = undefined;
    }
  };
  shell.once('error', forget);
  shell.once('exit', forget);
  stdin.on('error', forget);
}

function ignore(): void {}

function checkPid(pid: number): number {
  if (!Number.isSafeInteger(pid) || pid <= 1) {
    throw new RangeError(`a PID to watch must be a whole number above 1, not ${pid}`);
  }
  return pid;
}

function checkFolder(folder: string): string {
  const path = resolve(folder);
  if (path === parse(path).root) {
    throw new RangeError(`a folder to remove must not be ${path}`);
  }
  return path;
}
