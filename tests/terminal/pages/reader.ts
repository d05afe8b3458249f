import type { Left, Page } from '../../../src/terminal/pages/index.js';
import type { Size } from '../../../src/terminal/pages/layout.js';
import { startOf, type State } from '../../../src/terminal/pages/state.js';
import { hasLeft, update } from '../../../src/terminal/pages/update.js';
import { view } from '../../../src/terminal/pages/view.js';

/** A page whose body has so many numbered lines. */
export function pageOf(lines: number, page: Partial<Page> = {}): Page {
  const body = Array.from({ length: lines }, (_, index) => `line ${index + 1}`);
  return { left: 'Pipes', right: '1 of 3', body: () => body, keys: [], forward: 'next', hasBack: false, ...page };
}

/** A reader of a page without a terminal: presses keys and looks at the screen. */
export class Reader {
  #state: State;
  left: Left | undefined;

  constructor(
    readonly page: Page,
    public size: Size = { columns: 80, rows: 10 },
    at: 'top' | 'end' = 'top',
  ) {
    this.#state = startOf(page, at, size);
  }

  press(...keys: string[]): this {
    for (const key of keys) {
      const next = this.left === undefined ? update(this.page, this.#state, key, this.size) : this.left;
      if (hasLeft(next)) {
        this.left = next;
      } else {
        this.#state = next;
      }
    }
    return this;
  }

  get lines(): string[] {
    return view(this.page, this.#state, this.size, { colour: 0, unicode: true });
  }

  /** What is between the head and the foot. */
  get text(): string[] {
    return this.lines.slice(2, -2).filter((line) => line !== '').map((line) => line.trim());
  }

  get first(): string | undefined {
    return this.text[0];
  }

  get footer(): string {
    return this.lines.at(-1)?.trim() ?? '';
  }
}
