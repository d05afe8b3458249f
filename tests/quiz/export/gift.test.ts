import fc from 'fast-check';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Blocks, Question } from '../../../src/course/lesson.js';
import { toGift } from '../../../src/quiz/export/gift.js';
import { askedHtml, htmlOf, inlineHtml } from '../../../src/quiz/export/html.js';
import { codeIn, codeOf, nastyQuestions, ourQuestions } from './support.js';

const shown = (blocks: Blocks) => [...blocks];
const arrow = (html: string): string => html.replaceAll('->', '-&gt;').replaceAll(/\r\n?/g, '\n').trim();

/** What Moodle should make of a question, in the words of the parser. */
function expected(question: Question): unknown {
  const text = (html: string) => ({ format: 'html', text: arrow(html) });
  const common = { title: question.id, stem: text(askedHtml(question, shown)), id: question.id, tags: [question.topic] };
  if (question.kind === 'explain') {
    return { ...common, type: 'Essay', globalFeedback: text(htmlOf(question.model)) };
  }
  const { choices } = question;
  const [key, other] = [choices.find(({ right }) => right), choices.find(({ right }) => !right)];
  if (question.kind === 'true-false') {
    // The parser's names are misleading: by Moodle's manual the first feedback is for those who are wrong.
    return {
      ...common, type: 'TF', isTrue: key !== undefined && inlineHtml(key.text) === 'True',
      trueFeedback: text(htmlOf(other?.why ?? [])), falseFeedback: text(htmlOf(key?.why ?? [])),
    };
  }
  const share = Number((100 / choices.filter(({ right }) => right).length).toFixed(5));
  return {
    ...common,
    type: 'MC',
    choices: choices.map((choice) => ({
      isCorrect: question.kind !== 'several' && choice.right,
      weight: question.kind === 'several' ? (choice.right ? share : -100) : null,
      text: text(inlineHtml(choice.text)),
      feedback: text(htmlOf(choice.why)),
    })),
  };
}

/** What the parser makes of them. Spaces at the ends of HTML mean nothing, and it leaves some of them. */
function read(questions: readonly Question[]): GIFTQuestion[] {
  const parsed = parse(toGift(questions, 'mp-tutor', shown));
  return JSON.parse(JSON.stringify(parsed, (_, value: unknown) => (typeof value === 'string' ? value.trim() : value))) as GIFTQuestion[];
}

describe('GIFT', () => {
  let ours: Question[] = [];
  beforeAll(async () => {
    ours = await ourQuestions();
  });

  it('gives back all questions of the built-in course: text, choices, key, weights and feedback', () => {
    const parsed = read(ours).filter(({ type }) => type !== 'Category');
    const topics = [...new Set(ours.map(({ topic }) => topic))];
    const inOrder = topics.flatMap((topic) => ours.filter((question) => question.topic === topic));
    expect(parsed).toHaveLength(ours.length);
    parsed.forEach((each, index) => {
      expect(each).toMatchObject(expected(inOrder[index] ?? ours[0] as Question) as object);
    });
  });

  it('has a category for each topic', () => {
    const categories = read(ours).filter(({ type }) => type === 'Category');
    expect(categories.map(({ title }) => title)).toEqual([...new Set(ours.map(({ topic }) => `mp-tutor/${topic}`))]);
  });

  it('gives back any text, whatever it means to GIFT, and keeps code as it is', () => {
    fc.assert(fc.property(fc.array(nastyQuestions, { minLength: 1, maxLength: 3 }), (questions) => {
      const parsed = read(questions).filter(({ type }) => type !== 'Category');
      expect(parsed).toHaveLength(questions.length);
      parsed.forEach((each, index) => {
        const question = questions[index] as Question;
        expect(each).toMatchObject(expected(question) as object);
        expect(codeIn('stem' in each ? each.stem.text : '')).toBe(codeOf(question));
      });
    }), { numRuns: 300 });
  });

  it('has no empty line inside a question, where Moodle would end it', () => {
    const [one] = toGift(ours.filter(({ text }) => text.some((block) => block.type === 'code' && block.value.includes('\n\n'))).slice(0, 1), 'c', shown)
      .split('\n\n').slice(1);
    expect(one).toMatch(/^\/\/ \[id:[^]*\}\n?$/);
  });
});
