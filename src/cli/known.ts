import { Command, CommanderError } from 'commander';
import { didYouMean, nearest } from '../course/ids.js';
import type { Known } from '../course/known.js';
import { type Demo, demos, type Runtime, runtimesOf, type Values } from '../demos/catalogue/index.js';
import { commonFacts, plainFacts } from '../trace/facts.js';
import { programOf } from './demo/files.js';
import { checkRuntime, type RuntimeFlags, runtimeOption, startMethodOption } from './demo/runtime.js';
import { complete, settingOptions } from './demo/settings.js';
import { UsageError } from './exit.js';

const HOW_IT_RAN = ['startMethod', 'gil', 'stdout'];

/** What lessons may refer to: the demos with their options, and the facts of runs. */
export const known: Known = {
  demo(name, args) {
    const demo = demos.find((each) => each.name === name);
    if (!demo) {
      const names = demos.map((each) => each.name);
      const wrong = `there is no demo "${name}"`;
      return { wrong, mend: didYouMean(name, names, `take ${names.join(', ')}`), meant: nearest(name, names) };
    }
    const wrong = complaint(demo, args);
    return wrong === undefined ? undefined : { wrong, mend: `see \`mp-tutor demo ${name} --help\`` };
  },
  facts(name, args) {
    const demo = demos.find((each) => each.name === name);
    return [...commonFacts(), ...HOW_IT_RAN, ...(demo ? factsOf(demo, args) : [])];
  },
  plainFacts(name, args) {
    const demo = demos.find((each) => each.name === name);
    const settings = demo ? Object.keys(settingsOf(demo, args)) : [];
    return [...plainFacts(), ...HOW_IT_RAN, ...settings].filter((fact) => !demo?.facts.includes(fact));
  },
  program(name, args) {
    const read = readable(name, args);
    return read && programOf(name, read.runtime);
  },
};

/** What the arguments of a demo in a lesson mean. */
interface DemoArguments {
  readonly values: Values;
  readonly runtime: Runtime;
  /** Undefined for Python's default. */
  readonly startMethod: RuntimeFlags['startMethod'];
}

/** @throws CommanderError or UsageError when a demo cannot be given these arguments */
export function readDemoArguments(demo: Demo, args: readonly string[]): DemoArguments {
  const command = new Command(demo.name).exitOverride().configureOutput({ writeErr: () => {} });
  for (const option of [...settingOptions(demo), runtimeOption(runtimesOf(demo)), startMethodOption()]) {
    command.addOption(option);
  }
  command.parse([...args], { from: 'user' });
  const { runtime = runtimesOf(demo)[0] ?? 'node', startMethod, ...settings } = command.opts<Values & { runtime?: Runtime; startMethod?: RuntimeFlags['startMethod'] }>();
  checkRuntime({ runtime, startMethod });
  return { values: complete(demo, settings), runtime, startMethod };
}

function complaint(demo: Demo, args: readonly string[]): string | undefined {
  try {
    readDemoArguments(demo, args);
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError || error instanceof UsageError) {
      return error.message.replace(/^error: /, '').replace(/\.$/, '');
    }
    throw error;
  }
}

/** Undefined where the arguments make no sense, which is said elsewhere. */
function readable(name: string | undefined, args: readonly string[]): DemoArguments | undefined {
  const demo = demos.find((each) => each.name === name);
  return demo && complaint(demo, args) === undefined ? readDemoArguments(demo, args) : undefined;
}

function settingsOf(demo: Demo, args: readonly string[]): Values {
  return readable(demo.name, args)?.values ?? complete(demo, {});
}

function factsOf(demo: Demo, args: readonly string[]): string[] {
  const values = settingsOf(demo, args);
  const runs = values.kill ? [] : Object.keys(demo.comparison?.(values)?.runs ?? {});
  const compared = runs.length === 0 ? [] : [...runs.map((run) => `measured.${run}`), 'plain.processes', 'plain.cores', 'plain.speedup'];
  return [...Object.keys(values), ...demo.facts, ...compared];
}
