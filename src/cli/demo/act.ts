import { closestMatch } from 'leven';
import { demos, type Demo, type Values } from '../../demos/catalogue/index.js';
import { capabilities, pad, toJson, wrap, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { commandPrefix, decideOutput, type Io, type OutputFlags } from '../io.js';
import { eject } from './eject.js';
import { sourceOf } from './files.js';
import { askToGoOn } from './go-on.js';
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
  const { view } = decideOutput(io, flags);
  for (const [index, demo] of demos.entries()) {
    const code = await play(demo, flags, io);
    const next = demos[index + 1];
    if (code !== EXIT.well || !next) {
      return code;
    }
    const leaving = view === 'live' ? await askToGoOn(next.name, io) : undefined;
    if (leaving !== undefined) {
      return leaving;
    }
  }
  return EXIT.well;
}

/** `demo NAME`. @returns the exit code */
export async function aboutOne(demo: Demo, flags: Flags, io: Io): Promise<number> {
  if (flags.all) {
    throw new UsageError(`--all plays all demos: leave either it or the name "${demo.name}" out.`);
  }
  if (flags.source) {
    await write(io.stdout, await sourceOf(demo.name));
    return EXIT.well;
  }
  if (flags.eject !== undefined) {
    const file = await eject(demo.name, flags.eject);
    await write(io.stdout, `Wrote ${file}. Run it with: node ${file}\nor with other settings: node ${file} '${JSON.stringify(example(demo))}'\n`);
    return EXIT.well;
  }
  return play(demo, flags, io);
}

/** Settings that the demo has, for an example. */
function example({ settings }: Demo): Values {
  const { workers, items } = settings;
  return { ...('none' in workers ? {} : { workers: workers.default + 1 }), ...('none' in items ? {} : { items: items.default + 3 }) };
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
    await write(io.stdout, `${toJson(all)}\n`);
    return EXIT.well;
  }
  const { columns } = capabilities(io.stdout, io.env, flags);
  const lines = demos.flatMap(({ name, summary }) => wrap(summary, columns - 1, ` ${pad(name, NAME_COLUMNS)}`));
  const command = commandPrefix(io);
  const hint = wrap(`Play one with \`${command}mp-tutor demo pool\`, all with \`${command}mp-tutor demo --all\`.`, columns - 1, ' ');
  await write(io.stdout, ` Each demo starts real processes.\n\n${lines.join('\n')}\n\n${hint.join('\n')}\n`);
  return EXIT.well;
}

function unknownDemo(name: string): UsageError {
  const names = demos.map((demo) => demo.name);
  const near = closestMatch(name, names, { maxDistance: 2 });
  return new UsageError(`there is no demo "${name}". ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`}`);
}
