import type { ColourLevel } from '../capabilities.js';

/** The lines of some code with their styles, as many as it has; the text itself is not changed. */
export type Highlight = (code: string, language: string) => string[];

/** How Markdown is shown. */
export interface MarkdownStyle {
  readonly columns: number;
  readonly colour: ColourLevel;
  /** Otherwise only ASCII is written. */
  readonly unicode: boolean;
  /** As `loadHighlight` gives it; without it code is plain. */
  readonly highlight?: Highlight | undefined;
  /**
   * For pipes and screen readers: without what is drawn of lines, such as bars and tables, and with addresses and code
   * as they are, even where they are wider than `columns`.
   */
  readonly plain?: boolean | undefined;
  /** What an alert without a title of its own is called, by its kind, as in `{ TIP: 'In an exam' }`. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}
