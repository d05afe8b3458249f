import type { Heading } from 'mdast';
import { brief } from './controls.js';
import type { Findings } from './findings.js';
import { nearest } from './ids.js';
import { plainText, spotOf } from './markdown.js';

/** The sections that the format knows, in their order. */
const NAMES = ['Predict', 'Run', 'Answer', 'Your turn', 'Quiz'] as const;

export type SectionName = (typeof NAMES)[number];

/** Sections of the writer's own stand below it. */
const ANSWER = NAMES.indexOf('Answer');

const IN_ORDER = [...NAMES.slice(0, ANSWER + 1), 'your own sections', ...NAMES.slice(ANSWER + 1)];
const ORDER = `the order is ${IN_ORDER.join(', ')}`;

/** A title of so few letters may well come near a name by chance. */
const SHORT = 4;

/** The name of a section that the format knows; the case of the letters does not matter. */
export function sectionName(heading: Heading): SectionName | undefined {
  const text = plainText(heading).toLowerCase();
  return NAMES.find((name) => name.toLowerCase() === text);
}

/** Tells of sections that stand too early or too late, and of titles that are probably misspelt names. */
export function checkOrder(headings: readonly Heading[], findings: Findings): void {
  const names = headings.map(sectionName);
  let furthest = 0;
  headings.forEach((heading, index) => {
    const name = names[index];
    if (name === undefined) {
      const isEarly = furthest < ANSWER && names.includes('Answer');
      checkOwn(heading, isEarly ? 'before the answer' : (furthest > ANSWER ? 'too late' : undefined), findings);
      return;
    }
    const rank = NAMES.indexOf(name);
    if (rank < furthest && names.indexOf(name) === index) {
      findings.flawed(spotOf(heading), `\`${name}\` stands too late`, ORDER);
    }
    furthest = Math.max(furthest, rank);
  });
}

function checkOwn(heading: Heading, misplaced: string | undefined, findings: Findings): void {
  const spot = spotOf(heading);
  const text = plainText(heading);
  const near = nearest(text, NAMES);
  if (text === '') {
    findings.flawed(spot, 'the heading is empty', 'give it a title, or take it away');
  } else if (near !== undefined && (misplaced !== undefined || text.length > SHORT)) {
    findings.flawed(spot, `\`${brief(text)}\` is not a section that the tutor knows`, `did you mean \`${near}\`?`);
  } else if (misplaced !== undefined) {
    const mend = `write \`###\` if it belongs to what is above; ${ORDER}`;
    findings.flawed(spot, `\`${brief(text)}\` stands ${misplaced}`, mend);
  }
}
