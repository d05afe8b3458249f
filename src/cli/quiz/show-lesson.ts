import type { Lesson } from '../../course/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import type { Pages } from '../../terminal/pages/index.js';
import { drawBlocks, type Drawing, drawingFor, inColumns } from '../question/draw.js';
import { joined } from '../tutor/lines.js';
import type { Session } from '../tutor/session.js';

/** The text of a lesson, without what there is to do in it, on one long page; whichever way it is left leads back. */
export async function showLesson(lesson: Lesson, session: Session, pages: Pages): Promise<void> {
  const drawing = await drawingFor(session);
  await pages.show({
    left: clean(lesson.title),
    right: '',
    body: (columns) => drawLesson(lesson, inColumns(drawing, columns)),
    keys: [],
    forward: 'back',
    hasBack: true,
  });
}

function drawLesson({ opening, answer, more }: Lesson, drawing: Drawing): string[] {
  const { strong } = paint(drawing.style.colour);
  const sections = [{ title: 'The answer', blocks: answer }, ...more];
  return joined([
    drawBlocks(opening, drawing),
    ...sections.flatMap(({ title, blocks }) => [
      wrap(strong(clean(title)), drawing.style.columns),
      drawBlocks(blocks, drawing),
    ]),
  ]);
}
