import { closestMatch } from 'leven';
import { demos, type Demo, type Values } from '../../demos/catalogue/index.js';
import { capabilities, pad, wrap, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { decideOutput, type Io, type OutputFlags } from '../io.js';
import { eject } from './eject.js';
import { sourceOf } from './files.js';
import { complete } from './settings.js';

const NAME_COLUMNS = 14;

/** What commander makes of the command line. */
interface Flags extends OutputFlags, Values {
  readonly all?: boolean;
  readonly source?: boolean;
  readonly eject?: string;
  readonly trace?: string;
}

/** `demo` and `demo --all`. @throws UsageError for a name that is none of a demo */
export async function aboutAll(name: string | undefined, flags: Flags, io: Io): Promise<number> {
  if (name !== undefined) {
    throw unknownDemo(name);
  }
  if (!flags.all) {
    return list(flags, io);
  }
  for (const demo of demos) {
    const code = await play(demo, flags, io);
    if (code !== EXIT.well) {
      return code;
    }
  }
  return EXIT.well;
}

/** `demo NAME`. @returns the exit code */
export async function aboutOne(demo: Demo, flags: Flags, io: Io): Promise<number> {
  if (flags.source) {
    await write(io.stdout, await sourceOf(demo.name));
    return EXIT.well;
  }
  if (flags.eject !== undefined) {
    const file = await eject(demo.name, flags.eject);
    await write(io.stdout, `Wrote ${file}. Run it with: node ${file}\n`);
    return EXIT.well;
  }
  return play(demo, flags, io);
}

async function play(demo: Demo, flags: Flags, io: Io): Promise<number> {
  const values = complete(demo, flags);
  const player = await import('./play.js');
  const interrupts = listenForInterrupts();
  try {
    return await player.play(demo, values, { io, output: decideOutput(io, flags), interrupts, trace: flags.trace });
  } finally {
    interrupts.stopListening();
  }
}

async function list({ json, ...flags }: Flags, io: Io): Promise<number> {
  if (json) {
    const all = demos.map(({ name, summary, settings }) => ({ name, summary, settings }));
    await write(io.stdout, `${JSON.stringify(all)}\n`);
    return EXIT.well;
  }
  const { columns } = capabilities(io.stdout, io.env, flags);
  const lines = demos.flatMap(({ name, summary }) => wrap(summary, columns - 1, ` ${pad(name, NAME_COLUMNS)}`));
  const hint = ' Play one with `mp-tutor demo pool`, all with `mp-tutor demo --all`.';
  await write(io.stdout, ` Each demo starts real processes.\n\n${lines.join('\n')}\n\n${hint}\n`);
  return EXIT.well;
}

function unknownDemo(name: string): UsageError {
  const names = demos.map((demo) => demo.name);
  const near = closestMatch(name, names, { maxDistance: 3 });
  return new UsageError(`there is no demo "${name}". ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`}`);
}
