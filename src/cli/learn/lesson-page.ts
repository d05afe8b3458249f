import type { Blocks } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import type { Left, Page, PageKey } from '../../terminal/pages/index.js';
import { type Drawing, drawingFor, inColumns } from '../question/draw.js';
import { languageAfter, languageName } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import { hasBothLanguages } from './body.js';
import { ownPage } from './turns.js';
import type { Move, Walk } from './walk.js';

/** What one page of a lesson has of its own. */
export interface Content {
  readonly body: (drawing: Drawing) => readonly string[];
  /** Text of the lesson on it, in which code may stand in two languages. */
  readonly text?: Blocks;
  readonly choices?: readonly string[];
  /** The index of the choice that the pointer is at first. */
  readonly pointed?: number;
  readonly keys?: readonly PageKey[];
  /** What Enter does. */
  readonly forward: string;
}

/** How the learner left the page: for another one, by a choice (counted from 0), or by one of the content's keys. */
export type Response = { readonly move: Move } | { readonly chosen: number } | { readonly key: string };

/** Shows a page of a lesson, with what all of its pages have around them. */
export async function showPage(content: Content, way: Walk): Promise<Response> {
  const { session, pages } = way;
  for (let at: 'top' | 'same' = 'top'; ; at = 'same') {
    const drawing = await drawingFor({ ...session, lang: way.lang });
    const left = await pages.show(pageOf(content, way, drawing), at);
    if (left.how !== 'key' || left.key !== 'c') {
      return responseTo(left);
    }
    way.lang = languageAfter(way.lang);
    session.journal.append({ kind: 'settings', lang: way.lang });
  }
}

/** What stands at the left above a page. The first begins with the lesson's question, so it need not stand there too. */
export function headerOf({ lesson, session, turns, at }: Pick<Walk, 'lesson' | 'session' | 'turns' | 'at'>): string {
  const { lessons, title } = session.course;
  const number = lessons.length > 1 ? `${lessons.indexOf(lesson) + 1}` : '';
  const isAtStart = (ownPage(turns, at)?.page ?? 0) === 0;
  const parts = isAtStart ? [number === '' ? '' : `Lesson ${number}`, title] : [number, lesson.title];
  return clean(parts.filter((part) => part !== '').join(' · '));
}

/** As in `3 of 6`; nothing for what comes before the lesson's own pages. */
export function positionOf({ at, turns }: Pick<Walk, 'at' | 'turns'>): string {
  const place = ownPage(turns, at);
  return place ? `${place.page + 1} of ${place.of}` : '';
}

/** A page of a lesson as it is drawn. */
export function pageOf({ body, text = [], choices, pointed = 0, keys = [], forward }: Content, way: Walk, drawing: Drawing): Page {
  const hasLanguages = hasBothLanguages(text);
  return {
    left: headerOf(way),
    right: positionOf(way),
    body: (columns) => joined([way.resumed ? resumedLines(columns, drawing) : [], body(inColumns(drawing, columns))]),
    choices: choices && { items: choices, many: false, pointed },
    keys: [
      ...keys,
      ...(hasLanguages ? [{ key: 'c', does: onlyIn(languageAfter(way.lang)) }] : []),
      ...(way.resumed ? [{ key: 'a', does: 'from the start' }] : []),
    ],
    forward,
    hasBack: way.at > 0,
  };
}

/** As in `Python only`. */
function onlyIn(lang: Language): string {
  return lang === 'both' ? languageName(lang) : `${languageName(lang)} only`;
}

function resumedLines(columns: number, { style }: Drawing): string[] {
  return wrap(paint(style.colour).dim('You go on where you left this lesson.'), columns);
}

/** What the learner wants, by how they left a page of a lesson. */
export function responseTo(left: Left): Response {
  switch (left.how) {
    case 'forward':
    case 'back':
      return { move: left.how };
    case 'chosen':
      return { chosen: left.indices[0] ?? 0 };
    case 'key':
      return left.key === 'a' ? { move: 'restart' } : { key: left.key };
    case 'quit':
    case 'interrupt':
      return { move: 'quit' };
  }
}
