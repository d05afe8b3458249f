/** How many colours: none, 16, 256, or 16 million; the numbers are chalk's levels. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** What may be written to a stream, decided once at the start. */
export interface Capabilities {
  /** Somebody looks at a terminal; otherwise the stream is a pipe or a file. */
  readonly terminal: boolean;
  readonly colour: ColourLevel;
  /** The locale is UTF-8; otherwise only ASCII is written. */
  readonly unicode: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Lines may be drawn over: a terminal that can move its cursor, and not a build server. */
  readonly animated: boolean;
}

/** The part of `tty.WriteStream` that matters here; a pipe has none of it. */
export interface MeasuredStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  getColorDepth?(env?: object): number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `color: false` is `--no-color`, named as commander names it. */
export interface ColourFlags {
  readonly color?: boolean | undefined;
}

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;

/**
 * Decides what a stream can show. `--no-color` goes before `FORCE_COLOR`, which goes before `NO_COLOR`
 * (https://nodejs.org/docs/latest-v20.x/api/cli.html#force_color1-2-3, https://no-color.org).
 */
export function capabilities(stream: MeasuredStream, env: Environment, flags: ColourFlags = {}): Capabilities {
  const terminal = stream.isTTY === true;
  return {
    terminal,
    colour: flags.color === false ? 0 : colourLevel(stream, env),
    unicode: isUtf8(env),
    ...size(stream),
    animated: terminal && !isSet(env['CI']) && env['TERM'] !== 'dumb',
  };
}

/** Columns and rows of a terminal now; some terminals report 0, and a pipe reports nothing. */
export function size(stream: MeasuredStream): { columns: number; rows: number } {
  return { columns: stream.columns || DEFAULT_COLUMNS, rows: stream.rows || DEFAULT_ROWS };
}

function colourLevel(stream: MeasuredStream, env: Environment): ColourLevel {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) {
    return forcedLevel(forced);
  }
  if (stream.isTTY !== true || env['NO_COLOR'] || env['TERM'] === 'dumb') {
    return 0;
  }
  const bits = stream.getColorDepth?.(env) ?? 4;
  return bits >= 24 ? 3 : bits >= 8 ? 2 : bits >= 4 ? 1 : 0;
}

function forcedLevel(value: string): ColourLevel {
  switch (value) {
    case '0':
    case 'false':
      return 0;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return 1;
  }
}

/** The first of the three that is set decides, as in POSIX. */
function isUtf8(env: Environment): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || 'C';
  return /utf-?8/i.test(locale);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
