import { access } from 'node:fs/promises';
import { meantBy } from '../../course/ids.js';
import { demos } from '../../demos/catalogue/index.js';
import { UsageError } from '../exit.js';

/** What is said of a name that no demo has: which was meant, or which file. */
export async function unknownDemo(name: string): Promise<UsageError> {
  const names = demos.map((demo) => demo.name);
  const file = await fileOf(name);
  const near = file === undefined ? meantBy(name, names) : `\`mp-tutor demo ./${file}\``;
  return new UsageError(`there is no demo "${name}". ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`}`);
}

/** A program here whose name is this and an ending. */
async function fileOf(name: string): Promise<string | undefined> {
  for (const file of [`${name}.py`, `${name}.mjs`, `${name}.js`]) {
    const isThere = await access(file).then(() => true, () => false);
    if (isThere) {
      return file;
    }
  }
  return undefined;
}
