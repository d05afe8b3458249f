import { clean } from '../../terminal/index.js';
import type { Left, Pages } from '../../terminal/pages/index.js';
import type { Ran } from './ran.js';
import { detailLines } from './ran-lines.js';
import type { Session } from './session.js';

/** Shows the details of a run as a page, until the learner goes on or back. */
export function showRan(ran: Ran, { capabilities }: Session, pages: Pages): Promise<Left> {
  return pages.show({
    left: clean(ran.call.text),
    right: '',
    body: (columns) => detailLines(ran, { ...capabilities, columns }),
    keys: [],
    forward: 'back',
    hasBack: true,
  });
}
