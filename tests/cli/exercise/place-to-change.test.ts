import { describe, expect, test } from 'vitest';
import { placeToChange } from '../../../src/cli/exercise/place-to-change.js';

const HEAD = '# What it does.\n# Change it.\n';

describe('the place to change', () => {
  test('is that of a comment about it, behind code or alone, and not the head of the file', () => {
    expect(placeToChange(`${HEAD}import os\nprint(1)  # which number?\n`, '# Done.\nimport sys\nprint(2)\n')).toBe(4);
    expect(placeToChange(`${HEAD}import os\n// which number?\nprint(1)\n`, `${HEAD}import os\nprint(2)\n`)).toBe(4);
  });

  test('is not a comment that the solution has too', () => {
    expect(placeToChange(`${HEAD}a()  # explains\nb()\n`, `# Done.\na()  # explains\nc()\n`)).toBe(4);
  });

  test('is else the first line at which the solution is otherwise, however long their heads are', () => {
    expect(placeToChange(`${HEAD}a()\nb()\n`, '# One line.\na()\nc()\n')).toBe(4);
    expect(placeToChange('a()\n', 'a()\n')).toBeUndefined();
  });
});
