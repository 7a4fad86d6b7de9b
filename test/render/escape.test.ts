import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, escapeLineStarts, escapeMessage, escapeText } from '../../src/render/escape.ts';

describe('escapeText', () => {
  test.each([
    ['graphite, 95 % – naïve 電池 👍', 'graphite, 95 % – naïve 電池 👍'],
    ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a\rb\bc\u0007', 'a\\u{d}b\\u{8}c\\u{7}'],
    ['line\nbreak\ttab', 'line\\u{a}break\\u{9}tab'],
    ['\u009b31m', '\\u{9b}31m'],
    ['abc\u202edef', 'abc\\u{202e}def'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['lone \ud800 half', 'lone \\u{d800} half'],
    ['filler \u3164 \u{e0041}', 'filler \\u{3164} \\u{e0041}'],
    ['##vso[task.complete]', '#\\u{23}vso[task.complete]'],
    ['x ##[error] ##teamcity[a]', 'x #\\u{23}[error] #\\u{23}teamcity[a]'],
    ['## a comment', '## a comment'],
  ])('%j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  test('whatever comes in, nothing that acts comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u);
      }),
    );
  });
});

test('no line begins as a command to a build system', () => {
  expect(escapeLineStarts('::error::x\n  ::set-output::y\na::b\n::')).toBe(
    '\\u{3a}:error::x\n  \\u{3a}:set-output::y\na::b\n\\u{3a}:',
  );
});

describe('clip', () => {
  test('counts signs as people do', () => {
    const family = '👨‍👩‍👧';
    expect(clip(family.repeat(3), 3)).toBe(family.repeat(3));
    expect(clip(family.repeat(4), 3)).toBe(`${family.repeat(3)}...`);
    expect(clip('abcd', 4)).toBe('abcd');
  });

  test('a letter under ten thousand marks is cut as well', () => {
    expect(clip(`a${'\u0301'.repeat(10_000)}`, 10).length).toBeLessThanOrEqual(203);
  });
});

test('a long name in a message is cut, and the message goes on after it', () => {
  const message = `statement \`${'x'.repeat(500)}\` is not in the catalogue`;
  expect(escapeMessage(message)).toBe(`statement \`${'x'.repeat(200)}...\` is not in the catalogue`);
});
