import { Command, CommanderError } from 'commander';
import { didYouMean, nearest } from '../course/ids.js';
import type { Known } from '../course/known.js';
import { type Demo, demos } from '../demos/catalogue/index.js';
import { commonFacts } from '../trace/facts.js';
import { complete, settingOptions } from './demo/settings.js';
import { UsageError } from './exit.js';

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
  facts(name) {
    const demo = demos.find((each) => each.name === name);
    return [...commonFacts(), ...(demo ? factsOf(demo) : [])];
  },
};

/** The values that these arguments give a demo. @throws CommanderError or UsageError when they cannot be */
export function readDemoArguments(demo: Demo, args: readonly string[]): ReturnType<typeof complete> {
  const command = new Command(demo.name).exitOverride().configureOutput({ writeErr: () => {} });
  for (const option of settingOptions(demo)) {
    command.addOption(option);
  }
  command.parse([...args], { from: 'user' });
  return complete(demo, command.opts());
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

function factsOf(demo: Demo): string[] {
  const values = complete(demo, {});
  const runs = Object.keys(demo.comparison?.(values)?.runs ?? {});
  const compared = runs.length === 0 ? [] : [...runs.map((run) => `measured.${run}`), 'plain.processes', 'plain.cores', 'plain.speedup'];
  return [...Object.keys(values), ...demo.facts, ...compared];
}
