import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { shellWord } from '../../src/cli/shell-word.js';

test.each(['plain', 'my folder', "it's", '$HOME', '`id`', '"', 'a\\b', '*', '~', '~root', '', '# no', 'a;b', 'ä'])('a shell reads back %j', (word) => {
  expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8', env: { HOME: homedir() } })).toBe(word);
});

test('a word that means nothing to a shell stands without quotes', () => {
  expect(shellWord('./lessons/my-first.md')).toBe('./lessons/my-first.md');
});
