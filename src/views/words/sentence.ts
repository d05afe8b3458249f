import type { TraceEvent } from '../../trace/event.js';
import { number } from '../scene/arguments.js';
import { ofPipe, ofQueue } from './channel.js';
import { inGeneral } from './general.js';
import { ofPool } from './pool.js';
import { ofProcess } from './process.js';
import { ofOutput, ofProgram, ofStage } from './program.js';
import { ofBarrier, ofCondition, ofEvent, ofLock } from './synchronization.js';

/** One event as a sentence: whose it is, and what is said of that process or thread. */
export interface Sentence {
  readonly pid: number;
  readonly tid: number;
  readonly words: string;
}

/** Puts any event of the contract in `docs/architecture.md` into plain words; an unknown one in a general form. */
export function sentence(event: TraceEvent): Sentence {
  const about = aboutWhom(event);
  return { pid: about ?? event.pid, tid: about ?? event.tid, words: plainWords(event) };
}

/** A parent tells of its child's beginning and end, and the stage whom it kills: then the sentence is about these. */
function aboutWhom({ cat, name, args }: TraceEvent): number | undefined {
  switch (`${cat} ${name}`) {
    case 'process started':
    case 'process exit':
      return number(args, 'child');
    case 'stage kill':
      return number(args, 'target');
    default:
      return undefined;
  }
}

function plainWords(event: TraceEvent): string {
  switch (event.cat) {
    case 'process':
      return ofProcess(event);
    case 'pool':
      return ofPool(event);
    case 'queue':
      return ofQueue(event);
    case 'pipe':
      return ofPipe(event);
    case 'lock':
    case 'semaphore':
      return ofLock(event);
    case 'condition':
      return ofCondition(event);
    case 'event':
      return ofEvent(event);
    case 'barrier':
      return ofBarrier(event);
    case 'program':
      return ofProgram(event);
    case 'output':
      return ofOutput(event);
    case 'stage':
      return ofStage(event);
    default:
      return inGeneral(event);
  }
}
