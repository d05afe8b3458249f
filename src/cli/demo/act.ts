import { type Demo, demos, groups, type Pick, runtimesOf, type Setting, type Values } from '../../demos/catalogue/index.js';
import { capabilities, clean, pad, toJson, wrap, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { type Interrupts, listenForInterrupts } from '../interrupts.js';
import { commandPrefix, decideOutput, type Io, type OutputFlags } from '../io.js';
import { shellWord } from '../shell-word.js';
import { eject } from './eject.js';
import { sourceOf } from './files.js';
import { askToGoOn } from './go-on.js';
import { play, type Playing } from './play.js';
import type { HowToRun } from './program.js';
import { choicesFor, runtimeFor, type RuntimeFlags } from './runtime.js';
import { complete } from './settings.js';
import { unknownDemo } from './unknown-demo.js';

/** What commander makes of the command line. */
export type Flags = OutputFlags & RuntimeFlags & Values & {
  readonly all?: boolean;
  readonly source?: boolean;
  readonly eject?: string;
  readonly trace?: string;
  /** Seconds; only of a program of one's own, as is `stdout`. */
  readonly limit?: number;
  readonly stdout?: 'terminal' | 'pipe';
};

/** What makes no sense for all demos at once. */
const OF_ONE = ['trace', 'limit', 'stdout'] as const;

/** `demo`, `demo --all` and `demo ./my_program.py`. @throws UsageError for a name that is none of a demo */
export async function aboutAll(name: string | undefined, args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const { isProgram } = await import('./own/find.js');
  if (name !== undefined && isProgram(name)) {
    const { playOwn } = await import('./own/play.js');
    return interruptible((interrupts) => playOwn(name, args, flags, { io, output: decideOutput(io, flags), interrupts, trace: flags.trace }));
  }
  if (name !== undefined) {
    throw await unknownDemo(name);
  }
  const ofOne = OF_ONE.find((option) => flags[option] !== undefined);
  if (ofOne !== undefined) {
    throw new UsageError(`--${ofOne} is about one run: name a demo, or a program of yours.`);
  }
  if (!flags.all) {
    return list(flags, io);
  }
  const { view } = decideOutput(io, flags);
  const { runtime } = flags;
  const offered = runtime === undefined ? demos : demos.filter((demo) => choicesFor(demo).includes(runtime));
  for (const [index, demo] of offered.entries()) {
    const code = await playDemo(demo, flags, io);
    const next = offered[index + 1];
    if (code !== EXIT.well || !next) {
      return code;
    }
    const leaving = view === 'live' ? await askToGoOn(`shows the next demo, ${next.name}`, io) : undefined;
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
  if (flags.source || flags.eject !== undefined) {
    await showProgram(demo, flags, io);
    return EXIT.well;
  }
  return playDemo(demo, flags, io);
}

/** `--source` and `--eject`. */
async function showProgram(demo: Demo, flags: Flags, io: Io): Promise<void> {
  const runtime = runtimeFor(demo, flags);
  if (runtime === 'both') {
    throw new UsageError('--source and --eject are about one program: give --runtime node or --runtime python.');
  }
  if (flags.eject === undefined) {
    await write(io.stdout, await sourceOf(demo.name, runtime));
    return;
  }
  const file = await eject(demo.name, runtime, flags.eject);
  const command = `${runtime === 'python' ? 'python3' : 'node'} ${shellWord(file)}`;
  await write(io.stdout, `Wrote ${clean(file)}. Run it with: ${command}\nor with other settings: ${command} '${JSON.stringify(example(demo))}'\n`);
}

/** Settings that the demo has, for an example. */
function example({ settings }: Demo): Values {
  const [name, offered] = Object.entries(settings).find(([, each]) => !('none' in each)) ?? [];
  return name === undefined || offered === undefined || 'none' in offered ? {} : { [name]: another(offered) };
}

/** A value that is not the default, where there is one. */
function another(offered: Setting | Pick): number | string {
  if ('values' in offered) {
    return Object.keys(offered.values).find((value) => value !== offered.default) ?? offered.default;
  }
  return Math.min(offered.default + 1, offered.max);
}

async function playDemo(demo: Demo, flags: Flags, io: Io): Promise<number> {
  const values = complete(demo, flags);
  const runtime = runtimeFor(demo, flags);
  if (flags.limit !== undefined || flags.stdout !== undefined) {
    const option = flags.limit === undefined ? '--stdout' : '--limit';
    throw new UsageError(`${option} is for a program of your own, as in \`mp-tutor demo ./my_program.py ${option} …\`. A demo knows what it needs.`);
  }
  if (runtime === 'both' && flags.trace !== undefined) {
    throw new UsageError('--trace is about one run: give --runtime node or --runtime python.');
  }
  return interruptible((interrupts) => playIn(demo, values, { runtime, startMethod: flags.startMethod }, { io, output: decideOutput(io, flags), interrupts, trace: flags.trace }));
}

/** In Node, in Python, or in one after the other. */
async function playIn(demo: Demo, values: Values, { runtime = 'node', startMethod }: RuntimeFlags, playing: Playing): Promise<number> {
  const how: HowToRun =
    runtime === 'node'
      ? {}
      : {
          python: await (await import('./python.js')).openPython(startMethod, playing.interrupts.signal),
          stdout: playing.io.stdout.isTTY ? 'terminal' : 'pipe',
        };
  if (runtime === 'both') {
    const { playBoth } = await import('./both.js');
    return playBoth(demo, values, how, playing);
  }
  const played = await play(demo, values, how, playing);
  return 'code' in played ? played.code : EXIT.well;
}

/** Ctrl-C ends what is done; the exit code then tells so. */
async function interruptible(act: (interrupts: Interrupts) => Promise<number>): Promise<number> {
  const interrupts = listenForInterrupts();
  try {
    return await act(interrupts);
  } catch (error) {
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    throw error;
  } finally {
    interrupts.stopListening();
  }
}

async function list({ json, ...flags }: Flags, io: Io): Promise<number> {
  if (json) {
    const all = groups.flatMap(({ title, demos: those }) => those.map((demo) => ({ name: demo.name, group: title, summary: demo.summary, settings: demo.settings, runtimes: runtimesOf(demo) })));
    await write(io.stdout, `${toJson(all)}\n`);
    return EXIT.well;
  }
  const { columns } = capabilities(io.stdout, io.env, flags);
  const nameColumns = Math.max(...demos.map(({ name }) => name.length)) + 2;
  const lines = groups.flatMap(({ title, demos: those }) => ['', ` ${title}`, ...those.flatMap(({ name, summary }) => wrap(summary, columns - 1, `   ${pad(name, nameColumns)}`))]);
  const command = commandPrefix(io);
  const hint = wrap(
    `Play one with \`${command}mp-tutor demo pool\`, all with \`${command}mp-tutor demo --all\`. ` +
      `With \`--runtime python\` the processes are those of Python. A program of yours: \`${command}mp-tutor demo ./my_program.py\`.`,
    columns - 1,
    ' ',
  );
  await write(io.stdout, ` Each demo starts real processes.\n${lines.join('\n')}\n\n${hint.join('\n')}\n`);
  return EXIT.well;
}
