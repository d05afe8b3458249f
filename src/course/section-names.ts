import type { Heading } from 'mdast';
import { brief } from './controls.js';
import type { Findings } from './findings.js';
import { nearest } from './ids.js';
import { plainText, spotOf } from './nodes.js';

/** The sections that the format knows, in their order. */
const NAMES = ['Predict', 'Run', 'Mend', 'Answer', 'Your turn', 'Quiz'] as const;

export type SectionName = (typeof NAMES)[number];

/** Sections of the writer's own stand below it. */
const ANSWER = NAMES.indexOf('Answer');

const IN_ORDER = [...NAMES.slice(0, ANSWER + 1), 'your own sections', ...NAMES.slice(ANSWER + 1)];
const ORDER = `the order is ${IN_ORDER.join(', ')}`;

/** A title of so few letters may well come near a name by chance. */
const SHORT = 4;

/** The name of a section that the format knows; the case of the letters does not matter. */
function sectionName(heading: Heading): SectionName | undefined {
  const text = plainText(heading).toLowerCase();
  return NAMES.find((name) => name.toLowerCase() === text);
}

/**
 * The section that each heading begins; undefined for those of the writer's own. Tells of sections that stand too early
 * or too late, and of titles that are probably misspelt names: those are read as what was probably meant.
 */
export function readNames(headings: readonly Heading[], findings: Findings): (SectionName | undefined)[] {
  const spelt = headings.map(sectionName);
  const taken = new Set(spelt);
  const hasAnswer = headings.some((heading, index) => (spelt[index] ?? nearName(heading)) === 'Answer');
  let furthest = 0;
  return headings.map((heading, index) => {
    const isEarly = furthest < ANSWER && hasAnswer;
    const misplaced = isEarly ? 'before the answer' : (furthest > ANSWER ? 'too late' : undefined);
    const meant = spelt[index] ?? checkOwn(heading, misplaced, findings);
    const name = spelt[index] ?? (taken.has(meant) ? undefined : meant);
    taken.add(name);
    const rank = name === undefined ? furthest : NAMES.indexOf(name);
    if (rank < furthest && spelt.indexOf(name) === index) {
      findings.flawed(spotOf(heading), `\`${name}\` stands too late`, ORDER);
    }
    furthest = Math.max(furthest, rank);
    return name;
  });
}

function nearName(heading: Heading): SectionName | undefined {
  const near = nearest(plainText(heading), NAMES);
  return NAMES.find((name) => name === near);
}

/** @returns the name that was probably meant */
function checkOwn(heading: Heading, misplaced: string | undefined, findings: Findings): SectionName | undefined {
  const spot = spotOf(heading);
  const text = plainText(heading);
  const near = nearName(heading);
  if (text === '') {
    findings.flawed(spot, 'the heading is empty', 'give it a title, or take it away');
  } else if (near !== undefined && (misplaced !== undefined || text.length > SHORT)) {
    findings.flawed(spot, `\`${brief(text)}\` is not a section that the tutor knows`, `did you mean \`${near}\`?`);
    return near;
  } else if (misplaced !== undefined) {
    const mend = `write \`###\` if it belongs to what is above; ${ORDER}`;
    findings.flawed(spot, `\`${brief(text)}\` stands ${misplaced}`, mend);
  }
  return undefined;
}
