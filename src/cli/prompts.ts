import { createInterface } from 'node:readline';
import { type Capabilities, glyphs, paint, present, width, wrap } from '../terminal/index.js';
import type { Interrupts } from './interrupts.js';
import type { Io } from './io.js';

/** Where a prompt is shown, and who hears of Ctrl-C. */
export interface Prompting {
  readonly io: Io;
  readonly capabilities: Capabilities;
  readonly interrupts: Interrupts;
}

/** An entry of a menu. What comes from outside in its texts is made safe by whoever writes them. */
export interface Entry<Value> {
  /** Shortened to the width of the terminal. */
  readonly name: string;
  readonly value: Value;
  /** Shown while the entry is marked. */
  readonly description: string;
}

/** What stands to the left of an entry: the mark of the one that Enter takes. */
const BEFORE_ENTRY = 2;
const MARGIN = '  ';
/** Rows that a menu needs beside its entries: with all that it says, and with its heading alone. */
const AROUND_MENU = 8;
const AROUND_BARE_MENU = 2;
const FEWEST_ENTRIES = 3;

/** As inquirer wants it, with what belongs to its type. */
type PromptQuestion = Readonly<Record<string, unknown>> & {
  readonly type: 'select' | 'confirm';
  readonly message: string;
};

type Keypress = { readonly name?: string; readonly ctrl?: boolean } | undefined;

/** What Escape does, as a menu says it. */
type Escape = 'leave' | 'skip';

/**
 * A menu; where rows are few, without what it says beside its entries.
 * @returns undefined when it was left: by Escape, Ctrl-D, or Ctrl-C, of which `interrupts` has heard
 */
export async function select<Value>(
  message: string,
  choices: readonly Entry<Value>[],
  initial: Value | undefined,
  prompting: Prompting,
  escape: Escape = 'leave',
): Promise<Value | undefined> {
  const { capabilities } = prompting;
  const isBare = capabilities.rows < AROUND_MENU + FEWEST_ENTRIES;
  const entries = choices.map((choice) => fitting(choice, capabilities));
  const room = capabilities.rows - (isBare ? AROUND_BARE_MENU : AROUND_MENU);
  return prompt({
    type: 'select',
    message: `${isBare ? '' : '\n'}${MARGIN}${message}`,
    choices: isBare ? entries.map((entry) => ({ ...entry, description: '' })) : entries,
    pageSize: Math.max(FEWEST_ENTRIES, Math.min(choices.length, room)),
    theme: themeFor(capabilities, isBare ? undefined : escape),
    loop: false,
    ...(initial === undefined ? {} : { default: initial }),
  }, prompting);
}

/** What is cut off a name can be read in the description, without the spaces that made it part of a column. */
function fitting<Value>({ name, value, description }: Entry<Value>, { columns, unicode }: Capabilities): Entry<Value> {
  const room = columns - BEFORE_ENTRY - 1;
  const full = width(name) > room ? wrap(name.replaceAll(/ +/g, ' '), columns - 1, MARGIN) : [];
  const lines = [...full, ...description.split('\n').flatMap((line) => wrap(line, columns - 1, MARGIN))];
  return {
    value,
    name: present([name], { columns: room, unicode }).join(''),
    description: present(lines, { columns, unicode }).join('\n'),
  };
}

/** Yes or no; Enter alone is no. @returns undefined when it was left, as with `select` */
export async function confirm(message: string, prompting: Prompting): Promise<boolean | undefined> {
  return prompt({ type: 'confirm', message: ` ${message}`, default: false }, prompting);
}

/**
 * Lines of text until an empty one or, after the first, Ctrl-D; several that are pasted at once are all kept, which a
 * prompt for each would not do.
 * @returns undefined when it was left, as with `select`
 */
export async function lines({ io, interrupts }: Prompting): Promise<string[] | undefined> {
  const reader = createInterface({ input: io.stdin, output: io.stdout, prompt: ' > ' });
  const written: string[] = [];
  let hasLeft = false;
  const answer = new Promise<string[] | undefined>((resolve) => {
    reader.on('line', (text) => {
      if (text.trim() === '') {
        resolve(written);
      } else {
        written.push(text.trim());
        reader.prompt();
      }
    });
    reader.once('SIGINT', () => {
      interrupts.interrupt();
      resolve(undefined);
    });
    reader.once('close', () => resolve(hasLeft || written.length === 0 ? undefined : written));
  });
  const leave = (): void => {
    hasLeft = true;
    reader.close();
  };
  const onKeypress = (_: string | undefined, key: Keypress): void => {
    if (key?.name === 'escape') {
      leave();
    }
  };
  interrupts.signal.addEventListener('abort', leave);
  io.stdin.on('keypress', onKeypress);
  try {
    reader.prompt();
    return await answer;
  } finally {
    io.stdin.off('keypress', onKeypress);
    interrupts.signal.removeEventListener('abort', leave);
    reader.close();
  }
}

async function prompt<Value>(
  question: PromptQuestion,
  { io, capabilities, interrupts }: Prompting,
): Promise<Value | undefined> {
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  // Inquirer would wait for ever once its input has ended, and knows no key for leaving.
  const onKeypress = (_: string | undefined, key: Keypress): void => {
    if (key?.name === 'escape' || (key?.ctrl === true && key.name === 'd')) {
      leave();
    }
  };
  const { default: inquirer } = await import('inquirer');
  const ask = inquirer.createPromptModule({
    input: io.stdin,
    output: io.stdout,
    clearPromptOnDone: question.type === 'select',
    signal: AbortSignal.any([interrupts.signal, leaving.signal]),
  });
  io.stdin.on('keypress', onKeypress);
  io.stdin.once('end', leave);
  try {
    // Inquirer breaks what is too long for a line.
    const message = present([question.message], { ...capabilities, columns: Number.POSITIVE_INFINITY }).join('');
    const { it } = await ask<{ it: unknown }>([{ theme: themeFor(capabilities), ...question, message, name: 'it' }]);
    return it as Value;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') {
      interrupts.interrupt();
    }
    if (leaving.signal.aborted || interrupts.signal.aborted) {
      return undefined;
    }
    throw error;
  } finally {
    io.stdin.off('keypress', onKeypress);
    io.stdin.off('end', leave);
  }
}

/**
 * Inquirer's own colours know neither `--no-color` nor, in older Nodes, NO_COLOR, and its glyphs know no locale.
 * @param escape - what the line of keys says of Escape; without it there is no such line
 */
function themeFor({ colour, unicode }: Capabilities, escape?: Escape): object {
  const styles = paint(colour);
  // Inquirer hands more to a style than its text, and chalk would write that too.
  const alone = (style: (text: string) => string) => (text: string) => style(text);
  const [strong, dim, work] = [alone(styles.strong), alone(styles.dim), alone(styles.work)];
  const arrows = unicode ? '↑↓' : 'up and down';
  return {
    prefix: '',
    icon: { cursor: unicode ? glyphs.pointer : '>' },
    style: {
      answer: work,
      message: strong,
      error: (text: string) => styles.bad(`> ${text}`),
      defaultAnswer: (text: string) => dim(`(${text})`),
      confirmDefault: (text: string) => text.toUpperCase(),
      help: dim,
      highlight: work,
      key: (text: string) => strong(`<${text}>`),
      disabled: dim,
      description: (text: string) => text,
      keysHelpTip: () => (escape ? dim(`${MARGIN}Enter choose   ${arrows} move   Escape ${escape}`) : undefined),
    },
  };
}
