import { createContext, Script } from 'node:vm';
import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { environment } from './expression-language.js';
import { type Name, namesIn } from './expression-names.js';

/** More is no sentence that people read. */
const LONGEST = 1000;
/** Milliseconds. CEL always ends, but loops within loops over long lists, or a bad pattern, may take years. */
const LIMIT_MS = 2000;

/** CEL's codes for what is not there. */
const ABSENT = ['unknown_variable', 'no_such_key', 'index_out_of_bounds'];

type Returns = 'boolean' | 'number';
/** What CEL calls these types; `dyn` is what only a run can tell. */
const TYPES: Readonly<Record<Returns, readonly string[]>> = { boolean: ['bool', 'dyn'], number: ['int', 'double', 'uint', 'dyn'] };

/** Why there is no value. */
interface Failed {
  readonly error: string;
}

/** An expression over facts, as claims have them. */
export interface Expression {
  /** The facts that it asks for, in its order. */
  readonly names: readonly Name[];
  /** Never throws: a fact that is not there or of another type is an error, unless the value is the same without it. */
  evaluate(facts: Readonly<Record<string, unknown>>): boolean | number | Failed;
}

/** Why a text is no expression; `offset` is an index in it. */
export interface Mistake extends Failed {
  readonly offset: number;
}

/**
 * Understands an expression. Which facts there are is not known here: `names` are to be held against them.
 * @param returns - what its value must be; what surely is something else is a mistake
 */
export function compileExpression(text: string, { returns }: { readonly returns: Returns }): Expression | Mistake {
  if (text.length > LONGEST) {
    return { error: `it is longer than ${LONGEST} characters`, offset: LONGEST };
  }
  try {
    const program = environment.parse(text);
    const { error, type = 'dyn' } = program.check();
    if (error) {
      return mistake(error);
    }
    if (!TYPES[returns].includes(type)) {
      return { error: `its value is of the type ${type}, not a ${returns}`, offset: 0 };
    }
    const names = namesIn(program.ast);
    // With names for values, a short text could make a list that no memory holds.
    const bound = names.find(({ name }) => name === 'cel');
    return bound ? { error: '`cel` means nothing here', offset: bound.offset } : {
      names,
      evaluate: (facts) => valueOf(() => program(new Map(Object.entries(facts))), returns),
    };
  } catch (error) {
    return mistake(error);
  }
}

function mistake(error: unknown): Mistake {
  const offset = error instanceof ParseError || error instanceof CelTypeError ? (error.range?.start ?? 0) : 0;
  return { error: describe(error), offset };
}

const runner = createContext({ evaluate: (): unknown => undefined });
const script = new Script('evaluate()');

function valueOf(evaluate: () => unknown, returns: Returns): boolean | number | Failed {
  try {
    // The only way to end what takes too long without a process or a thread of its own.
    runner['evaluate'] = evaluate;
    const result: unknown = script.runInContext(runner, { timeout: LIMIT_MS });
    const value = typeof result === 'bigint' ? Number(result) : result;
    if (returns === 'boolean' && typeof value === 'boolean') {
      return value;
    }
    if (returns === 'number' && typeof value === 'number' && Number.isFinite(value)) {
      return value;
    }
    return { error: `its value is not a ${returns}` };
  } catch (error) {
    return { error: describe(error) };
  }
}

/** The sentence without the excerpt that CEL adds below it. */
function describe(error: unknown): string {
  if (error instanceof EvaluationError && ABSENT.includes(error.code)) {
    const { input = '', start = 0, end = 0 } = error.node ?? {};
    return `the run has no \`${input.slice(start, end)}\``;
  }
  if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError) {
    return error.summary;
  }
  // What was thrown when time was up is an Error of the other context.
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? `it took longer than ${LIMIT_MS / 1000} seconds` : String(message);
}
