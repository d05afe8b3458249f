import { dirname, isAbsolute } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isDefinitionLink } from './claim-links.js';
import { brief } from './controls.js';
import type { Spot } from './findings.js';
import { didYouMean } from './ids.js';
import { type FileTarget, linkTarget, type Target } from './link-target.js';
import { anchorsOf } from './markdown.js';
import { spotOf } from './nodes.js';
import { misconceptionsFile } from './misconceptions.js';
import type { Reading } from './reading.js';

/** Tells of links that lead nowhere: to files that are not there, and to headings that their file has not got. */
export function checkLinks(root: Root, { file, files, findings }: Pick<Reading, 'file' | 'files' | 'findings'>): void {
  const own = anchorsOf(root).map(({ anchor }) => anchor);
  visit(root, (node) => {
    if (node.type === 'link' && isDefinitionLink(node, { file })) {
      return;
    }
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      checkTarget(linkTarget(node.url, file), spotOf(node));
    }
  });

  function checkTarget(target: Target | undefined, spot: Spot): void {
    if (target?.kind === 'unreadable') {
      findings.flawed(spot, 'the link cannot be read', 'write `%25` for a percent sign');
    } else if (target?.kind === 'here') {
      checkAnchor(target.anchor, own, 'this file', spot);
    } else if (target) {
      checkFile(target, spot);
    }
  }

  function checkFile({ path, name, anchor }: FileTarget, spot: Spot): void {
    if (isAbsolute(name)) {
      findings.flawed(
        spot,
        `the link to ${brief(name)} means another file on each machine`,
        'write the path as seen from this file',
      );
    } else if (files.kind(path) === 'nothing') {
      findings.flawed(spot, `the link leads nowhere: there is no ${brief(name)}`, 'mend its path, or write the file');
    } else if (anchor !== undefined && name.endsWith('.md')) {
      const depths = path === misconceptionsFile(dirname(file)) ? [2] : [1, 2, 3, 4, 5, 6];
      const anchors = files.anchors(path).filter(({ heading }) => depths.includes(heading.depth));
      checkAnchor(anchor, anchors.map((each) => each.anchor), name, spot);
    }
  }

  function checkAnchor(anchor: string, anchors: readonly string[], target: string, spot: Spot): void {
    if (!anchors.includes(anchor)) {
      const mend = didYouMean(`#${anchor}`, anchors.map((each) => `#${each}`), 'write that heading, or link to another');
      findings.flawed(spot, `the link leads nowhere: ${brief(target)} has no heading #${brief(anchor)}`, mend);
    }
  }
}
