import { openPages, type Pages } from '../../terminal/pages/index.js';
import type { Interrupts } from '../interrupts.js';
import type { Session } from './session.js';

/** Pages that also end, as by Ctrl-C, when a signal ends mp-tutor; of Ctrl-C itself `interrupts` hears. */
export function openTutorPages({ io, capabilities }: Pick<Session, 'io' | 'capabilities'>, interrupts: Interrupts): Pages {
  const pages = openPages({ input: io.stdin, output: io.stdout }, capabilities);
  const interrupted = new Promise<{ how: 'interrupt' }>((resolve) => {
    const end = (): void => resolve({ how: 'interrupt' });
    interrupts.signal.addEventListener('abort', end, { once: true });
  });
  return {
    async show(page, at) {
      if (interrupts.signal.aborted) {
        return { how: 'interrupt' };
      }
      const left = await Promise.race([pages.show(page, at), interrupted]);
      if (left.how === 'interrupt' && !interrupts.signal.aborted) {
        interrupts.interrupt();
      }
      return left;
    },
    replace: (page, at) => pages.replace(page, at),
    suspend: () => pages.suspend(),
    close: () => pages.close(),
  };
}
