import { describe, expect, it } from 'vitest';
import { renderInline } from '../../../src/terminal/markdown/index.js';
import { width } from '../../../src/terminal/text.js';
import { black, coloured, phrase, render } from './parse.js';

const lines = (...text: string[]) => text.join('\n');

describe('text', () => {
  it('is wrapped to the columns, with its line breaks taken as spaces', () => {
    expect(render('one two\nthree  four', { columns: 11 })).toBe(lines('one two', 'three four'));
  });

  it('is at most 90 columns wide however wide the terminal is', () => {
    const widest = Math.max(...render('word '.repeat(100), { columns: 200 }).split('\n').map(width));
    expect(widest).toBe(89);
  });

  it('keeps hard breaks', () => {
    expect(render('one  \ntwo\\\nthree')).toBe(lines('one', 'two', 'three'));
  });

  it('has an empty line between blocks', () => {
    expect(render('one\n\ntwo\n***\nthree')).toBe(lines('one', '', 'two', '', '─'.repeat(20), '', 'three'));
  });

  it('loses comments and what is no text, and keeps other HTML as it stands', () => {
    expect(render('<!-- a\n\nb -->\n\na <b>c</b><!-- d -->\n\n[x]: http://x.org\n')).toBe('a <b>c</b>');
  });

  it('shows the words of an image', () => {
    expect(render('![a fork](fork.png)')).toBe('a fork');
  });

  it('says where a link leads if that is outside, and not already said', () => {
    const text = '[docs](https://a.org/b), [ref][r], [pool](pool.md), [here](#x), <https://c.org>\n\n[r]: http://r.org';
    expect(render(text)).toBe('docs (https://a.org/b), ref (http://r.org), pool, here, https://c.org');
  });

  it('takes the first address of several with one name', () => {
    expect(render('[ref][r]\n\n[r]: http://r.org\n\n[r]: http://s.org')).toBe('ref (http://r.org)');
  });

  it('shows footnotes by their marks', () => {
    expect(render('So it is[^1].\n\n[^1]: Or not.')).toBe(lines('So it is[1].', '', '[1] Or not.'));
  });

  it('is nothing for nothing', () => {
    expect(render('')).toBe('');
  });
});

describe('stress', () => {
  const text = '*a* **b** ~~c~~ `d` `` e`f ``';

  it('is shown by marks where there is no colour', () => {
    expect(render(text)).toBe('*a* *b* ~~c~~ `d` ``e`f``');
  });

  it('is shown by styles where there is', () => {
    const [underlined, bold, struck, cyan] = ['\u001b[4ma\u001b[24m', '\u001b[1mb\u001b[22m', '\u001b[9mc\u001b[29m', '\u001b[36md\u001b[39m'];
    expect(render(text, coloured)).toBe(`${underlined} ${bold} ${struck} ${cyan} \u001b[36me\`f\u001b[39m`);
  });
});

describe('headings', () => {
  it('differ by their lines, without colour too', () => {
    expect(render('# One\n\ntext\n\n## Two\n\ntext\n\n### Three `x`')).toBe(
      lines('One', '═══', 'text', '', 'Two', '───', 'text', '', 'Three `x`', '·········'),
    );
  });
});

describe('lists', () => {
  it('are aligned behind bullets and numbers', () => {
    const nested = '9. one two three\n10. four\n    - five\n    - six';
    expect(render(nested, { columns: 15 })).toBe(lines(' 9. one two', '    three', '10. four', '    • five', '    • six'));
    expect(render('- process one\n- two', { columns: 12 })).toBe(lines('• process', '  one', '• two'));
  });

  it('keep the number that they start with', () => {
    expect(render('3. a\n4. b')).toBe(lines('3. a', '4. b'));
  });

  it('have empty lines between their items where the author has', () => {
    expect(render('- a\n\n- b')).toBe(lines('• a', '', '• b'));
  });

  it('show boxes of tasks', () => {
    expect(render('- [ ] a\n  > why\n- [x] b')).toBe(lines('[ ] a', '    │ why', '[x] b'));
  });

  it('are not indented any further where too little would be left', () => {
    expect(render(`${'- '.repeat(8)}word`, { columns: 20 })).toBe('• • • • • • word');
  });
});

describe('quotes', () => {
  it('have a bar', () => {
    expect(render('> a\n>\n> > b')).toBe(lines('│ a', '│', '│ │ b'));
  });

  it.each([
    ['its kind', '> [!NOTE]\n> a', '│ Note\n│ a'],
    ['its kind in small letters', '> [!caution]\n> a', '│ Caution\n│ a'],
    ['Tip', '> [!TIP]\n> a **b**', '│ Tip\n│ a *b*'],
    ['bold words before a colon', '> [!TIP]\n> **In an exam:** a', '│ In an exam\n│ a'],
    ['bold words with a colon behind', '> [!TIP]\n> **In an exam**: a', '│ In an exam\n│ a'],
    ['a bold line', '> [!WARNING]\n> **Beware `fork`**\n> a', '│ Beware `fork`\n│ a'],
    ['a bold paragraph', '> [!IMPORTANT]\n> **First**\n>\n> a', '│ First\n│ a'],
    ['not bold words within a sentence', '> [!TIP]\n> **One** is enough', '│ Tip\n│ *One* is enough'],
    ['nothing more', '> [!TIP]', '│ Tip'],
  ])('that are alerts are called by %s', (_, markdown, shown) => {
    expect(render(markdown)).toBe(shown);
  });

  it('that are alerts may be called otherwise, but the author has the last word', () => {
    const labels = { TIP: 'In an exam' };
    expect(render('> [!TIP]\n> a', { labels })).toBe('│ In an exam\n│ a');
    expect(render('> [!TIP]\n> **Mind:** a', { labels })).toBe('│ Mind\n│ a');
  });

  it('that only mention an alert are quotes', () => {
    expect(render('> see [!TIP]')).toBe('│ see [!TIP]');
    expect(render('> [!TIPS]\n> a')).toBe('│ [!TIPS] a');
  });
});

describe('code', () => {
  it('is indented and keeps its lines and spaces', () => {
    expect(render('```\nif x:\n\n    y  z\n```')).toBe(lines('    if x:', '', '        y  z'));
  });

  it('has spaces up to the next stop for tabs', () => {
    expect(render('```\n\ta\nab\tc\n```')).toBe(lines('        a', '    ab  c'));
  });

  it('is indented less where its lines would not fit otherwise', () => {
    expect(render('```\n0123456789\n```', { columns: 13 })).toBe('  0123456789');
    expect(render('```\n0123456789\n```', { columns: 14 })).toBe('    0123456789');
  });

  it('is broken where the terminal ends, with a mark, and nothing is lost', () => {
    expect(render('```\n0123456789abcdefghij\nshort\n```', { columns: 20 })).toBe(lines('  0123456789abcdef', '  ↳ ghij', '  short'));
  });

  it('is highlighted if somebody can, who is told the language', () => {
    const highlight = (code: string, language: string) => code.split('\n').map((line) => `${language}:${line}`);
    expect(render('```js run\na\nb\n```', { highlight })).toBe(lines('    js:a', '    js:b'));
  });
});

describe('tables', () => {
  const text = '| | process | thread |\n|---|:-:|--:|\n| memory | its own | shared by all |\n| start | `40 ms` | 1 ms |';

  it('are as wide as their cells, which are aligned as the author says', () => {
    expect(render(text)).toBe(lines(
      '       │ process │        thread',
      '───────┼─────────┼──────────────',
      'memory │ its own │ shared by all',
      'start  │ `40 ms` │          1 ms',
    ));
  });

  it('wrap the widest cells where there is less room, with an empty row between', () => {
    expect(render(text, { columns: 26 })).toBe(lines(
      '       │ process │  thread',
      '───────┼─────────┼────────',
      'memory │ its own │  shared',
      '       │         │  by all',
      '       │         │',
      'start  │ `40 ms` │    1 ms',
    ));
  });

  it('become a block for each row where words would not fit side by side', () => {
    expect(render('| name | does |\n|-|-|\n| Process | starts something |\n| Pool | shares |', { columns: 15 })).toBe(lines(
      'name: Process',
      'does: starts',
      '  something',
      '',
      'name: Pool',
      'does: shares',
    ));
  });

  it('may have rows with fewer cells, or none', () => {
    expect(render('| a | b |\n|-|-|\n| c |')).toBe(lines('a │ b', '──┼──', 'c │'));
    expect(render('| a | b |\n|-|-|')).toBe(lines('a │ b', '──┼──'));
  });

  it('measure wide characters', () => {
    expect(render('| 漢字 | b |\n|-|-|\n| a | 🙂 |')).toBe(lines('漢字 │ b', '─────┼───', 'a    │ 🙂'));
  });
});

describe('for pipes and screen readers', () => {
  const plain = (markdown: string, columns = 40) => render(markdown, { columns, plain: true });

  it('tables are read row by row, each cell with its heading', () => {
    expect(plain('| | process | thread |\n|-|-|-|\n| memory | its own | shared |\n| start | slow | quick |')).toBe(lines(
      'memory', 'process: its own', 'thread: shared', '', 'start', 'process: slow', 'thread: quick',
    ));
  });

  it('alerts and quotes have no bar', () => {
    expect(plain('> [!TIP]\n> a b')).toBe(lines('Tip:', '  a b'));
    expect(plain('> a')).toBe('  a');
  });

  it('headings have marks instead of a line', () => {
    expect(plain('## Two\n\ntext\n\n---\n\nmore')).toBe(lines('## Two', '', 'text', '', 'more'));
  });

  it('addresses and lines of code stay whole', () => {
    const address = 'https://example.org/a/rather/long/path';
    expect(plain(`See [it](${address}) there.`, 20)).toBe(lines('See it', `(${address})`, 'there.'));
    expect(plain('```\n0123456789abcdefghij\n```', 10)).toBe('  0123456789abcdefghij');
  });
});

describe('where the locale is not UTF-8', () => {
  it('everything has a twin', () => {
    expect(render('# “É”\n\n- → x\n\n> q\n\n| a | b |\n|-|-|\n', { unicode: false })).toBe(
      lines('"E"', '===', '* > x', '', '| q', '', 'a | b', '--+--'),
    );
    expect(renderInline(phrase('a → `b`'), { ...black, unicode: false })).toBe('a > `b`');
  });
});

describe('inline text', () => {
  it('is one line, of any length', () => {
    expect(renderInline(phrase(`*one*  \n\`two\` [three](http://x.org) ${'a'.repeat(100)}`), black)).toBe(
      `*one* \`two\` three (http://x.org) ${'a'.repeat(100)}`,
    );
  });

  it('has styles where there is colour', () => {
    expect(renderInline(phrase('a `b`'), coloured)).toBe('a \u001b[36mb\u001b[39m');
  });
});
