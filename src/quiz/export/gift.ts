import type { Choice, Question } from '../../course/lesson.js';
import { askedHtml, htmlOf, inlineHtml, type Shown } from './html.js';

/** Moodle knows weights to five decimals. */
const DECIMALS = 5;

/** A text that says nothing; there must be some. */
const EMPTY = '<p></p>';

/**
 * Questions in GIFT, the format that Moodle imports: in a category for each topic, with their ids and feedback for each
 * choice.
 * @param course - the id of the course, with which categories begin
 */
export function toGift(questions: readonly Question[], course: string, shown: Shown): string {
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  return topics.map((topic) => {
    const ofTopic = questions.filter((question) => question.topic === topic);
    return [`$CATEGORY: ${oneLine(course)}/${oneLine(topic)}\n`, ...ofTopic.map((question) => one(question, shown))].join('\n');
  }).join('\n');
}

function one(question: Question, shown: Shown): string {
  const { id, topic } = question;
  const head = `// [id:${escapeId(id)}] [tag:${escapeId(topic)}]\n::${escape(oneLine(id))}::[html]${escape(askedHtml(question, shown) || EMPTY)}`;
  return `${head}{${answers(question, shown)}}\n`;
}

/** Nothing between the braces asks for a text; what stands behind four # is said to everybody afterwards. */
function answers(question: Question, shown: Shown): string {
  switch (question.kind) {
    case 'explain':
      return `####[html]${escape(htmlOf(shown(question.model)) || EMPTY)}`;
    case 'true-false':
      return trueFalse(question.choices, shown);
    default:
      return `\n${question.choices.map((choice) => `${weight(choice, question.choices, question.kind === 'several')}${said(choice, shown)}\n`).join('')}`;
  }
}

/** First what those read who are wrong, then what those read who are right. */
function trueFalse(choices: readonly Choice[], shown: Shown): string {
  const key = choices.find(({ right }) => right);
  const wrong = choices.find(({ right }) => !right);
  const isTrue = key !== undefined && /^true$/i.test(inlineHtml(key.text).trim());
  return `${isTrue ? 'TRUE' : 'FALSE'}${feedback(wrong, shown)}${feedback(key, shown)}`;
}

function said(choice: Choice, shown: Shown): string {
  return `[html]${escape(inlineHtml(choice.text) || EMPTY)}${feedback(choice, shown)}`;
}

function feedback(choice: Choice | undefined, shown: Shown): string {
  return `#[html]${escape(htmlOf(shown(choice?.why ?? [])) || EMPTY)}`;
}

/** Where several are right, each has its share, and one that is wrong takes all away, as in a quiz of mp-tutor. */
function weight({ right }: Choice, choices: readonly Choice[], isMany: boolean): string {
  if (!isMany) {
    return right ? '=' : '~';
  }
  const share = 100 / choices.filter((choice) => choice.right).length;
  return right ? `~%${Number(share.toFixed(DECIMALS))}%` : '~%-100%';
}

/** What would end or divide something gets a backslash. An empty line would end the question. */
function escape(html: string): string {
  // An arrow between choices would make pairs of them.
  return html.replaceAll('->', '-&gt;').replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

function escapeId(id: string): string {
  return oneLine(id).replaceAll(/[\]\\]/g, '-');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
