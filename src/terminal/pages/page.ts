/** One screen of a lesson or quiz. It may be longer than the terminal: then it is read a screenful at a time. */
export interface Page {
  readonly left: string;
  readonly right: string;
  /** The lines above the choices; each fits the columns and holds nothing from outside that has not been cleaned. */
  body(columns: number): readonly string[];
  /** What can be chosen, each a text that is wrapped as needed. */
  readonly choices?: Choices | undefined;
  /** Keys beside those that every page has: forward, back, up and down, `q`. */
  readonly keys: readonly PageKey[];
  /** What Enter does, for the line at the bottom; such as `next`. */
  readonly forward: string;
  readonly hasBack: boolean;
}

export interface Choices {
  readonly items: readonly string[];
  /** Several may be chosen: space marks, Enter takes them. */
  readonly many: boolean;
  /** The index that the pointer is at first; 0 if it is left out. */
  readonly pointed?: number;
}

export interface PageKey {
  /** As `readKeys` names it. */
  readonly key: string;
  /** As in `show me`. */
  readonly does: string;
}

/** How a page was left. */
export type Left =
  | { readonly how: 'forward' }
  | { readonly how: 'back' }
  | { readonly how: 'chosen'; readonly indices: readonly number[] }
  | { readonly how: 'key'; readonly key: string }
  | { readonly how: 'quit' }
  | { readonly how: 'interrupt' };
