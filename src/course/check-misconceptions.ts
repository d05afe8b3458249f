import type { Root } from 'mdast';
import { brief, checkControls } from './controls.js';
import type { Files } from './files.js';
import { Findings, START } from './findings.js';
import { checkLinks } from './links.js';
import { parseMarkdown } from './markdown.js';
import { plainText, spotOf } from './nodes.js';
import { misconceptionsFile } from './misconceptions.js';
import type { Problem } from './problem.js';
import { cutAt } from './sections.js';

/** What is wrong with the misconceptions of a course, if it has a file of them. */
export function checkMisconceptions(folder: string, files: Files): readonly Problem[] {
  const file = misconceptionsFile(folder);
  const findings = new Findings(file);
  if (files.kind(file) === 'nothing') {
    return [];
  }
  const read = files.read(file);
  if ('wrong' in read) {
    findings.broken(read.spot, read.wrong, read.mend);
    return findings.all;
  }
  checkControls(read.text, findings);
  const root = parseMarkdown(read.text);
  if (root === undefined) {
    findings.broken(START, 'quotes, lists or emphasis are nested too deeply, or one paragraph has thousands of marks', 'write it more simply');
    return findings.all;
  }
  checkLinks(root, { file, files, findings });
  checkHeadings(root, findings);
  return findings.all;
}

function checkHeadings(root: Root, findings: Findings): void {
  const [, cuts] = cutAt(root.children, 2);
  if (cuts.length === 0) {
    findings.flawed(
      START,
      'there is no misconception in this file',
      'write each as a heading `## What people believe`',
    );
  }
  const titles = cuts.map(({ heading }) => plainText(heading));
  cuts.forEach(({ heading, blocks }, index) => {
    const title = titles[index] ?? '';
    if (blocks.length === 0) {
      findings.flawed(spotOf(heading), `"${brief(title)}" is not put right`, 'write below it what is true');
    }
    if (titles.indexOf(title) < index) {
      findings.flawed(spotOf(heading), `"${brief(title)}" is there twice`, 'delete one of them');
    }
  });
}
