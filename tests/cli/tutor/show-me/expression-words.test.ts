import { expect, test } from 'vitest';
import { expressionInWords } from '../../../../src/cli/tutor/show-me/expression-words.js';

test.each([
  ['workerPids <= 3', 'the number of processes that worked is at most 3'],
  ['hung', 'the program hung'],
  ['!hung && exitCode == 0', 'the program came to its end and the exit code is 0'],
  ['printed.same', 'the printed same is true'],
  ['!printed.same', 'the printed same is false'],
  ['size(distinct(output)) > 1', 'the number of different values in the output is more than 1'],
  ['output.size() == 4', 'the length of the output is 4'],
  ['output == ["1", "2"]', 'the output is ["1", "2"]'],
  ['"done" in output', '"done" is in the output'],
  ['printed.total < 2.0 * printed.each', 'the printed total is less than 2 * the printed each'],
  ['(tasks == 1 || tasks == 2) && hung', '(the number of tasks is 1 or the number of tasks is 2) and the program hung'],
  ['!(tasks == 1)', 'it is not so that the number of tasks is 1'],
  ['output[0].contains("5")', undefined],
  ['output.exists(line, line.startsWith("x"))', undefined],
  ['tasks ==', undefined],
])('%s', (written, words) => {
  expect(expressionInWords(written)).toBe(words);
});
