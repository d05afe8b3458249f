import { graphemes, width } from '../../terminal/index.js';

type Style = (text: string) => string;

interface Cell {
  /** '' where a wide character of the cell before reaches into this one. */
  readonly character: string;
  readonly style: Style;
}

const plain: Style = (text) => text;
const blank: Cell = { character: ' ', style: plain };

/** A line that is drawn by column, later marks over earlier ones. What lies outside of it is not drawn. */
export class Row {
  readonly #cells: Cell[];

  constructor(columns: number) {
    this.#cells = Array.from({ length: Math.max(0, columns) }, () => blank);
  }

  /** Writes text from a column on. */
  put(column: number, text: string, style: Style = plain): void {
    let at = column;
    for (const character of graphemes(text)) {
      this.#putOne(at, character, style);
      at += width(character);
    }
  }

  /** Writes one character of one column into all columns from `start` up to, but not including, `end`. */
  fill(start: number, end: number, character: string, style: Style = plain): void {
    for (let at = start; at < end; at++) {
      this.#putOne(at, character, style);
    }
  }

  /** Gives the columns from `start` up to, but not including, `end` another style. */
  restyle(start: number, end: number, style: Style): void {
    for (const [at, { character }] of this.#cells.entries()) {
      if (start <= at && at < end) {
        this.#cells[at] = { character, style };
      }
    }
  }

  toString(): string {
    let line = '';
    for (let at = 0; at < this.#cells.length; ) {
      const style = this.#cells[at]?.style ?? plain;
      const end = this.#cells.findIndex((cell, index) => index > at && cell.style !== style);
      const stop = end === -1 ? this.#cells.length : end;
      line += style(this.#cells.slice(at, stop).map(({ character }) => character).join(''));
      at = stop;
    }
    return line;
  }

  #putOne(at: number, character: string, style: Style): void {
    const columns = width(character);
    if (columns === 0 || at < 0 || at + columns > this.#cells.length) {
      return;
    }
    this.#widow(at);
    this.#widow(at + columns);
    this.#cells[at] = { character, style };
    if (columns === 2) {
      this.#cells[at + 1] = { character: '', style };
    }
  }

  /** Where a wide character would be cut in two, both halves become blank. */
  #widow(at: number): void {
    if (this.#cells[at]?.character === '') {
      this.#cells[at - 1] = blank;
      this.#cells[at] = blank;
    }
  }
}
