import { parseSync, Visitor } from 'rolldown/utils';

/** What holds a tracer, or the open end of a span. */
const TRACING = new Set(['tracer', 'span', '#hold']);

/**
 * A module of the library as if it had never been written to be traced: each call of the tracer, and each end of a span, is
 * `undefined` instead, and where it asks whether there is a tracer, there is none.
 * What stays is the place where the tracer is made and exported.
 * @throws when a use of the tracer would be left
 */
export function untraced(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) {
    throw new Error(`${file} cannot be read: ${errors[0].message}`);
  }
  const cuts = [];
  new Visitor({
    ChainExpression({ expression, start, end }) {
      if (expression.type === 'CallExpression' && isTracing(expression.callee.object)) {
        cuts.push({ start, end, instead: 'undefined' });
      }
    },
    BinaryExpression({ left, operator, start, end }) {
      if (isTracing(left) && operator === '!==') {
        cuts.push({ start, end, instead: 'false' });
      }
    },
    ConditionalExpression({ test, alternate, start }) {
      if (isTracing(test)) {
        cuts.push({ start, end: alternate.start, instead: '' });
      }
    },
  }).visit(program);
  const result = cuts.toSorted((one, other) => other.start - one.start).reduce(cut, text);
  const left = result.match(/\btracer\b(?! \} from|, | as | = open)/);
  if (left) {
    throw new Error(`${file} still uses its tracer: ${result.slice(left.index, left.index + 60)}`);
  }
  return result;
}

function isTracing(node) {
  return TRACING.has(node?.type === 'MemberExpression' ? `#${node.property.name}` : node?.name);
}

function cut(text, { start, end, instead }) {
  return text.slice(0, start) + instead + text.slice(end);
}
