import type { Readable } from 'node:stream';

/** The part of `tty.ReadStream` that matters here. */
export interface KeyInput extends Readable {
  readonly isTTY?: boolean;
  readonly isRaw?: boolean;
  setRawMode?(mode: boolean): unknown;
}

interface Keypress {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly sequence?: string;
}

/**
 * Reads single keys and calls with their names: `q`, `space`, `up`, `escape`, `ctrl-c`. In raw mode Ctrl-C sends no
 * signal: it is a key like any other. Input that is no terminal is left alone.
 * @returns how to stop, which puts the input back as it was
 */
export function readKeys(input: KeyInput, onKey: (key: string) => void): () => void {
  if (input.isTTY !== true) {
    return () => {};
  }
  const wasRaw = input.isRaw === true;
  const wasPaused = !input.readableFlowing;
  const onKeypress = (character: string | undefined, key: Keypress) => onKey(nameOf(character, key));
  // Loaded here, since most commands read no keys, and all of them come by this file when they start.
  process.getBuiltinModule('node:readline').emitKeypressEvents(input);
  input.on('keypress', onKeypress);
  input.setRawMode?.(true);
  input.resume();
  return () => {
    input.off('keypress', onKeypress);
    input.setRawMode?.(wasRaw);
    if (wasPaused) {
      input.pause();
    }
  };
}

function nameOf(character: string | undefined, key: Keypress): string {
  const name = key.name ?? character ?? key.sequence ?? '';
  return key.ctrl === true ? `ctrl-${name}` : name;
}
