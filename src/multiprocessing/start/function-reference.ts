import { StartError } from '../errors.js';
import { importModule } from './importing.js';

/** How a function reaches another process: not itself, but the module and the name under which the child finds it. */
export interface FunctionReference {
  readonly module: string;
  /** That of the export, or of the function that is the default export. */
  readonly name: string;
  /** The function's text, by which the child makes sure that it found the same one. */
  readonly source: string;
}

export type Callable = (...args: unknown[]) => unknown;

const MEND = 'Write it as a function of its own at the top of the module: export function work(item) { … }';

/** @throws StartError for what is not a function with a name, or a module without a URL */
export function refer(module: string, target: unknown): FunctionReference {
  if (!URL.canParse(module)) {
    throw new StartError(`The module must be given by its URL, not as ${JSON.stringify(module)}. Pass import.meta.url, or in CommonJS pathToFileURL(__filename).href.`);
  }
  if (typeof target !== 'function') {
    throw new StartError(`The target must be a function, not ${target === null ? 'null' : `of type ${typeof target}`}.`);
  }
  if (target.name === '' || target.name.includes(' ')) {
    throw new StartError(`Another process finds its function by name, and this one has none. ${MEND}`);
  }
  return { module, name: target.name, source: String(target) };
}

/**
 * In the child: finds the function that `refer` named.
 * @throws StartError when the module has no such export, or another function under that name
 */
export async function resolve({ module, name, source }: FunctionReference): Promise<Callable> {
  const exports = await importModule(module);
  const byDefault: unknown = Reflect.get(exports, 'default');
  const isDefault = isCallable(byDefault) && byDefault.name === name;
  const exported: unknown = Reflect.get(exports, name) ?? (isDefault ? byDefault : undefined);
  if (!isCallable(exported)) {
    throw new StartError(`${module} has no exported function "${name}", so a new process cannot find it. ${MEND}`);
  }
  if (String(exported) !== source) {
    throw new StartError(
      `The function "${name}" that ${module} exports is another one than the function that was passed. ` +
        `A closure cannot be sent: the variables around it exist only in the process that made it. ${MEND}`,
    );
  }
  return exported;
}

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}
