import type { Blocks } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import type { Left, Page, PageKey } from '../../terminal/pages/index.js';
import { type Drawing, drawingFor, inColumns } from '../question/draw.js';
import { languageAfter, languageName } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import { hasBothLanguages } from './body.js';
import type { Move, Walk } from './walk.js';

/** What one page of a lesson has of its own. */
export interface Content {
  readonly body: (drawing: Drawing) => readonly string[];
  /** Text of the lesson on it, in which code may stand in two languages. */
  readonly text?: Blocks;
  readonly choices?: readonly string[];
  readonly keys?: readonly PageKey[];
  /** What Enter does. */
  readonly forward: string;
}

/** How the learner left the page: for another one, by a choice (counted from 0), or by one of the content's keys. */
export type Response = { readonly move: Move } | { readonly chosen: number } | { readonly key: string };

/** Shows a page of a lesson, with what all of its pages have around them. */
export async function showPage(content: Content, way: Walk): Promise<Response> {
  const { session, pages, lang } = way;
  const drawing = await drawingFor({ ...session, lang });
  const left = await pages.show(pageOf(content, way, drawing));
  return responseTo(left, way);
}

/** What stands at the left above a page. The first begins with the lesson's question, so it need not stand there too. */
export function headerOf({ lesson, session, at }: Pick<Walk, 'lesson' | 'session' | 'at'>): string {
  const { lessons, title } = session.course;
  const number = lessons.length > 1 ? `${lessons.indexOf(lesson) + 1}` : '';
  const parts = at === 0 ? [number === '' ? '' : `Lesson ${number}`, title] : [number, lesson.title];
  return clean(parts.filter((part) => part !== '').join(' · '));
}

/** As in `3 of 6`. */
export function positionOf({ at, turns }: Pick<Walk, 'at' | 'turns'>): string {
  return `${at + 1} of ${turns.length}`;
}

function pageOf({ body, text = [], choices, keys = [], forward }: Content, way: Walk, drawing: Drawing): Page {
  const hasLanguages = hasBothLanguages(text);
  return {
    left: headerOf(way),
    right: positionOf(way),
    body: (columns) => joined([way.resumed ? resumedLines(columns, drawing) : [], body(inColumns(drawing, columns))]),
    choices: choices && { items: choices, many: false },
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

function responseTo(left: Left, way: Walk): Response {
  switch (left.how) {
    case 'forward':
    case 'back':
      return { move: left.how };
    case 'chosen':
      return { chosen: left.indices[0] ?? 0 };
    case 'key':
      return pressed(left.key, way);
    case 'quit':
    case 'interrupt':
      return { move: 'quit' };
  }
}

/** The keys that all pages of a lesson know. */
function pressed(key: string, way: Walk): Response {
  if (key === 'a') {
    return { move: 'restart' };
  }
  if (key === 'c') {
    way.lang = languageAfter(way.lang);
    way.session.journal.append({ kind: 'settings', lang: way.lang });
    return { move: 'stay' };
  }
  return { key };
}
