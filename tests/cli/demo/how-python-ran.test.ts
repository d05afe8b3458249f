import { expect, test } from 'vitest';
import { howPythonRan } from '../../../src/cli/demo/how-python-ran.js';
import { program, python } from './runs.js';

test.each([
  { with: program({ python: undefined }), says: /^$/ },
  { with: program(), says: /Python 3\.11\.7 with the start method fork, its default here\..*a pipe, so what a process prints comes when it ends/ },
  { with: program({ stdout: 'terminal', python: { ...python, isChosen: true } }), says: /start method fork\. .*a terminal, so each line/ },
])('$says', ({ with: how, says }) => {
  expect(howPythonRan(how).join()).toMatch(says);
});
