import { InvalidArgumentError, Option } from 'commander';
import { COMMON, type Demo, type Offered, type Pick, type Setting, type Values } from '../../demos/catalogue/index.js';
import { UsageError } from '../exit.js';

/** The command-line options of a demo. One that others have and it has not is there too, hidden, to say so. */
export function settingOptions({ settings }: Demo): Option[] {
  const missing = COMMON.filter((name) => !(name in settings));
  return [
    ...Object.entries(settings).map(([name, offered]) => option(name, offered)),
    ...missing.map((name) => option(name, { none: 'this demo does not need it' })),
  ];
}

function option(name: string, offered: Offered): Option {
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if ('none' in offered) {
    return new Option(`${flag} <n>`).hideHelp().argParser(() => {
      throw new InvalidArgumentError(`There is no ${flag} here: ${offered.none}.`);
    });
  }
  return 'values' in offered ? pick(flag, offered) : number(name, flag, offered);
}

function pick(flag: string, { values, meaning, default: value }: Pick): Option {
  const meanings = Object.entries(values).map(([each, means]) => `${each}: ${means}`);
  return new Option(`${flag} <which>`, `${meaning} (${value} by default). ${meanings.join('; ')}`).argParser((text) => {
    if (!Object.hasOwn(values, text)) {
      throw new InvalidArgumentError(`It must be one of ${Object.keys(values).join(', ')}.`);
    }
    return text;
  });
}

function number(name: string, flag: string, setting: Setting): Option {
  const { min, max, meaning, unit = 'n', default: value } = setting;
  const range = `${min} to ${max}${value === 0 && name === 'kill' ? '' : `, ${value} by default`}`;
  return new Option(`${flag} <${unit}>`, `${meaning} (${range})`).argParser((text) => parse(text, setting));
}

function parse(text: string, { min, max }: Setting): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < min || number > max) {
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  }
  return number;
}

/** The values for a run: those given, and defaults, which give way to those given. @throws UsageError when they do not go together */
export function complete({ settings }: Demo, given: Values): Values {
  const values: { [name: string]: number | string } = {};
  for (const [name, offered] of Object.entries(settings)) {
    if (!('none' in offered)) {
      values[name] = given[name] ?? offered.default;
    }
  }
  const { items, kill } = values;
  if (typeof items === 'number' && typeof kill === 'number' && kill > items) {
    if (given.kill === undefined) {
      return { ...values, kill: items };
    }
    throw new UsageError(`--kill ${kill} would never happen: there are only ${items} items. Take one from 1 to ${items}.`);
  }
  return values;
}
