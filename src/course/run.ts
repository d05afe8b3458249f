import { readCall } from './call.js';
import { isRun } from './fences.js';
import type { Run } from './lesson.js';
import { spotOf } from './nodes.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';

/** The section `Run`; undefined when nothing can be run, as the findings then say. */
export function readRun({ blocks, spot }: Named, reading: Reading): Run | undefined {
  const [fence, second] = blocks.filter(isRun);
  if (fence === undefined) {
    reading.findings.broken(
      spot,
      'there is nothing to run',
      'write the command into a fence that begins with "```sh run"',
    );
    return undefined;
  }
  if (second) {
    reading.findings.broken(
      spotOf(second),
      'this is a second run',
      'keep one to a lesson; what else is to be shown may be a claim',
    );
  }
  const call = readCall(fence, reading);
  return call && { call, text: blocks.filter((block) => !isRun(block)) };
}
