import { InvalidArgumentError, Option } from 'commander';
import type { Demo, Offered, Setting, SettingName, Values } from '../../demos/catalogue/index.js';
import { UsageError } from '../exit.js';

const NAMES: readonly SettingName[] = ['workers', 'items', 'delay', 'seed', 'kill'];
const UNITS: { readonly [name in SettingName]: string } = { workers: 'n', items: 'n', delay: 'ms', seed: 'n', kill: 'item' };

/** The command-line options of a demo. One that it has not got is there too, hidden, to say why. */
export function settingOptions(demo: Demo): Option[] {
  return NAMES.map((name) => option(name, demo.settings[name]));
}

function option(name: SettingName, offered: Offered): Option {
  const flag = `--${name} <${UNITS[name]}>`;
  if ('none' in offered) {
    return new Option(flag).hideHelp().argParser(() => {
      throw new InvalidArgumentError(`There is no --${name} here: ${offered.none}.`);
    });
  }
  const { min, max, meaning, default: value } = offered;
  const range = `${min} to ${max}${value === 0 && name === 'kill' ? '' : `, ${value} by default`}`;
  return new Option(flag, `${meaning} (${range})`).argParser((text) => parse(text, offered));
}

function parse(text: string, { min, max }: Setting): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < min || number > max) {
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  }
  return number;
}

/** The values for a run: those given, and defaults. @throws UsageError when they do not go together */
export function complete(demo: Demo, given: Values): Values {
  const values: { [name in SettingName]?: number } = {};
  for (const name of NAMES) {
    const offered = demo.settings[name];
    if (!('none' in offered)) {
      values[name] = given[name] ?? offered.default;
    }
  }
  const { items = 0, kill = 0 } = values;
  if (kill > items) {
    throw new UsageError(`--kill ${kill} would never happen: there are only ${items} items. Take one from 1 to ${items}.`);
  }
  return values;
}
