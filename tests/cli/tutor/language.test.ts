import { expect, test } from 'vitest';
import { firstLanguage, languageAfter, languageFor } from '../../../src/cli/tutor/language.js';

test('an aim decides which language is shown, and which stands first where both are', () => {
  expect([languageFor('exam'), languageFor('choose'), languageFor('teach'), languageFor(undefined)]).toEqual(['python', 'js', 'both', 'both']);
  expect([firstLanguage('both', 'choose'), firstLanguage('both', 'exam'), firstLanguage('js', 'exam')]).toEqual(['js', 'python', 'js']);
});

test('a key goes through the languages and comes back', () => {
  const second = languageAfter('python');
  const third = languageAfter(second);
  expect([second, third, languageAfter(third)]).toEqual(['js', 'both', 'python']);
});
