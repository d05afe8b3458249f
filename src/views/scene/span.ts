import type { Arguments, SpanEvent } from '../../trace/event.js';
import { clean } from '../../terminal/index.js';
import { itemNumber, text, words } from './arguments.js';

/** `run` is a process's whole function, `work` a piece of it; who holds a lock may work or wait meanwhile. */
export type SpanKind = 'run' | 'work' | 'hold' | 'wait';

/** Something that a process has begun and not ended. */
export interface Span {
  readonly id: string;
  readonly cat: string;
  readonly name: string;
  readonly kind: SpanKind;
  /** What is written into its block. */
  readonly label: string;
  /** What the process does meanwhile, as in `computing item 4`. */
  readonly doing: string;
  /** What its beginning said. */
  readonly args: Arguments;
  /** In µs of the program's time. */
  readonly start: number;
}

/** What the beginning of a span says of it. */
export function spanOf(event: SpanEvent, start: number): Span {
  const { id, cat, name, args } = event;
  return { id, cat, name, args, start, ...meaning(event) };
}

function meaning({ cat, name, args }: SpanEvent): Pick<Span, 'kind' | 'label' | 'doing'> {
  switch (`${cat} ${name}`) {
    case 'process run':
      return { kind: 'run', label: text(args, 'function'), doing: `running ${text(args, 'function')}()` };
    case 'process join':
      return waiting(`waiting for ${text(args, 'child')} to end`);
    case 'pool map':
      return waiting('waiting for results');
    case 'pool task':
      return { kind: 'work', label: itemNumber(args), doing: `computing item ${itemNumber(args)}` };
    case 'queue put':
      return waiting(`waiting for room in ${text(args, 'queue')}`);
    case 'queue get':
      return waiting(`waiting for an item of ${text(args, 'queue')}`);
    case 'pipe send':
      return waiting(`sending on ${text(args, 'pipe')}`);
    case 'pipe recv':
      return waiting(`waiting for a message on ${text(args, 'pipe')}`);
    case 'lock wait':
      return waiting(`waiting for ${text(args, 'lock')}`, text(args, 'lock'));
    case 'queue join':
      return waiting(`waiting until all items of ${text(args, 'queue')} are done`);
    case 'semaphore wait':
    case 'condition wait':
    case 'event wait':
    case 'barrier wait':
      return waiting(`waiting for ${text(args, cat)}`, text(args, cat));
    case 'semaphore hold':
      return { kind: 'hold', label: text(args, cat), doing: `holds ${text(args, cat)}` };
    case 'lock hold':
      return { kind: 'hold', label: text(args, 'lock'), doing: `holds ${text(args, 'lock')}` };
    default: {
      const details = Object.values(args).map(words).join(' ');
      return { kind: 'work', label: details || clean(name), doing: `${clean(name)} ${details}`.trim() };
    }
  }
}

function waiting(doing: string, label = ''): Pick<Span, 'kind' | 'label' | 'doing'> {
  return { kind: 'wait', label, doing };
}
