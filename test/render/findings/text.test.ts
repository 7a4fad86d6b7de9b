import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, finding } from '../../../src/core/text/finding.ts';
import { spansIn } from '../../../src/core/text/lines.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { renderFindingsText } from '../../../src/render/findings/text.ts';
import { plainPalette, plainStyle } from '../../../src/render/palette.ts';
import { displayWidth } from '../../../src/render/width.ts';

/** The span of `[...]` in a text, and the text without the brackets. */
function marked(text: string, name = 'sheets/bracket.yaml'): { readonly text: string; readonly at: Span } {
  const [before = '', inside = '', after = ''] = text.split(/[[\]]/);
  const plain = before + inside + after;
  return { text: plain, at: spansIn({ name, text: plain })(before.length, before.length + inside.length) };
}

function show(text: string, details: Partial<Finding> = {}, width = 80): string {
  const place = marked(text);
  const given = finding('sheet/unknown-statement', 'statement `recycled-contnt` is not in the catalogue', {
    help: ['did you mean `recycled-content`?'],
    ...details,
    at: place.at,
  });
  return renderFindingsText([given], new Map([['sheets/bracket.yaml', place.text]]), {
    ...plainStyle,
    width,
  });
}

describe('a finding', () => {
  test('shows the fact, the place, and what to do next', () => {
    const text = 'loopsheet: sheet/1\n\n\n\n\nanswers:\n  [recycled-contnt]: true\n';
    expect(show(text, { label: 'not a known statement' })).toMatchInlineSnapshot(`
      "error[sheet/unknown-statement]: statement \`recycled-contnt\` is not in the
        catalogue
        --> sheets/bracket.yaml:7:3
         |
       7 |   recycled-contnt: true
         |   ^^^^^^^^^^^^^^^ not a known statement
         |
         = help: did you mean \`recycled-content\`?
         = docs: loopsheet code sheet/unknown-statement
      "
    `);
  });

  test('keeps the mark below its place after tabs and wide letters', () => {
    expect(show('\tname: 電池 [x]\n').split('\n').slice(4, 6)).toEqual([
      ' 1 |     name: 電池 x',
      `   | ${' '.repeat(15)}^`,
    ]);
  });

  test('spans several lines by its first and its last', () => {
    const lines = show('a: 1\nb: [{ x: 1,\n  y: 2,\n  z: 3 }] # end\n', { label: 'all of this' }).split('\n');
    expect(lines.slice(3, 9)).toEqual([
      '   |',
      ' 2 | b: { x: 1,',
      '   |    ^^^^^^^',
      '   ...',
      ' 4 |   z: 3 } # end',
      '   |   ^^^^^^ all of this',
    ]);
  });

  test('marks the end of a text, where nothing stands', () => {
    expect(show('{"a": 1[]').split('\n').slice(4, 6)).toEqual([' 1 | {"a": 1', '   |        ^']);
  });

  test('shows a window of a long line, within the width', () => {
    const long = `${'{"key": "value"}, '.repeat(400)}[here]${', {"key": "value"}'.repeat(400)}`;
    const lines = show(long, {}, 60).split('\n');
    const [source = '', marks = ''] = lines.slice(4, 6);
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('here');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  test('is shown without an excerpt where the text is not at hand', () => {
    const at = marked('[]').at;
    const given = finding('read/unreadable', 'cannot open `a.yaml`', { at, help: ['check who may read it'] });
    expect(renderFindingsText([given], new Map(), plainStyle)).toBe(
      'error[read/unreadable]: cannot open `a.yaml`\n  --> sheets/bracket.yaml\n   = help: check who may read it\n   = docs: loopsheet code read/unreadable\n',
    );
  });

  test('points at related places, in other documents too', () => {
    const first = marked('[a]: 1\na: 2\n');
    const second = spansIn({ name: 'sheets/bracket.yaml', text: first.text })(5, 6);
    const given = finding('read/duplicate-key', 'the key `a` stands twice', {
      at: second,
      help: ['remove one'],
      related: [{ at: first.at, label: 'first here' }],
    });
    expect(
      renderFindingsText([given], new Map([['sheets/bracket.yaml', first.text]]), plainStyle),
    ).toMatchInlineSnapshot(`
      "error[read/duplicate-key]: the key \`a\` stands twice
        --> sheets/bracket.yaml:2:1
         |
       2 | a: 2
         | ^
        --> sheets/bracket.yaml:1:1
         |
       1 | a: 1
         | - first here
         |
         = help: remove one
         = docs: loopsheet code read/duplicate-key
      "
    `);
  });

  test('paints what stands out, and reads the same without', () => {
    const paint = (name: string) => (text: string) => `<${name}>${text}</>`;
    const palette = {
      ...plainPalette,
      error: paint('error'),
      faint: paint('faint'),
      strong: paint('strong'),
    };
    const { at, text } = marked('[a]: 1\n');
    const given = finding('read/unknown-key', 'the key `a` has no meaning here', { at, help: ['remove it'] });
    const texts = new Map([['sheets/bracket.yaml', text]]);
    const painted = renderFindingsText([given], texts, { palette, width: 80 });
    expect(painted).toMatchInlineSnapshot(`
      "<error>error[read/unknown-key]</><strong>: the key \`a\` has no meaning here</>
        <faint>--></> sheets/bracket.yaml:1:1
         <faint>|</>
       <faint>1 |</> a: 1
         <faint>|</> <error>^</>
         <faint>|</>
         <faint>=</> <strong>help:</> remove it
         <faint>=</> <strong>docs:</> loopsheet code read/unknown-key
      "
    `);
    expect(painted.replace(/<[^>]*>/g, '')).toBe(renderFindingsText([given], texts, plainStyle));
  });
});

test('beyond the limit only a count is shown', () => {
  const one = finding('sheet/nothing-answered', 'the sheet answers nothing', { help: ['answer something'] });
  const lines = renderFindingsText([one, one, one, one], new Map(), plainStyle, 1).split('\n');
  expect(lines.slice(-2)).toEqual(['and 3 more findings', '']);
});

test('whatever the text and the place, the mark is inside the width and nothing in it acts', () => {
  const document = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(
      document,
      fc.nat(200),
      fc.nat(50),
      fc.integer({ min: 40, max: 100 }),
      (text, start, length, width) => {
        const at = spansIn({ name: 'a.yaml', text })(start, start + length);
        const given = finding('read/syntax', 'the text is not well-formed', { at, help: ['mend it'] });
        const shown = renderFindingsText([given], new Map([['a.yaml', text]]), { ...plainStyle, width });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
        for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(shown).toContain('^');
      },
    ),
  );
});
