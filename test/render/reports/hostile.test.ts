// Suppliers write names, notes and addresses. None of it may act on whoever reads a report.

import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/core/questions/explain.ts';
import { reportOf } from '../../../src/core/questions/report.ts';
import { plainStyle } from '../../../src/render/palette.ts';
import { explanationsText } from '../../../src/render/reports/explain-text.ts';
import { renderMarkdownReport } from '../../../src/render/reports/markdown.ts';
import { codeSpan, escapeMarkdown, markdownSentence } from '../../../src/render/reports/markdown-escape.ts';
import { renderTerminalReport } from '../../../src/render/reports/terminal.ts';
import { mergeFixture } from '../../support/merged.ts';

const folder = 'fixtures/acceptance';
const evil = '<script>a|b*c_d[e](javascript:f)`g`@h ![i] \u202e[31m www.j.k https://l.m #n';
const quoted = JSON.stringify(evil);

const hostile = () =>
  mergeFixture(folder, `${folder}/AT16/weld-silent.bill.yaml`, {
    catalogue: `${folder}/ladder-2026.1.yaml`,
    change: (path, text) =>
      path.includes('/AT16/')
        ? text
            .replace(/name: Maker of [^}]+ }/, `name: ${quoted} }`)
            .replace(/name: (Part A|Product [a-z-]+),/, `name: ${quoted},`)
            .replace('name: weld,', `name: ${quoted},`)
        : text,
  });

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

describe('what suppliers write', () => {
  test('is inert in Markdown', async () => {
    const { sheet, catalogue, trace } = await hostile();
    const text = renderMarkdownReport(reportOf(sheet, catalogue, trace));
    expect(text).not.toMatch(CONTROL);
    // Outside code spans no mark is left bare; inside, nothing has a meaning.
    const bare = text.replaceAll(/`[^`\n]*`/g, '');
    expect(bare).not.toMatch(/(?<!\\)<(?!br>)/);
    expect(bare).not.toMatch(/(?<!\\)\]\(/);
    expect(bare).not.toMatch(/(?<!\\)@/);
    expect(bare).not.toMatch(/(?<!\\):\/\//);
    expect(bare).not.toMatch(/www\.j/);
    for (const line of text.split('\n').filter((each) => each.startsWith('|'))) {
      const table = line.match(/(?<!\\)\|/g)?.length ?? 0;
      expect([3, 4, 5, 10]).toContain(table);
    }
  });

  test('is inert in the terminal', async () => {
    const { sheet, catalogue, trace } = await hostile();
    const explained = explain(trace, 'reversible', catalogue) ?? expect.fail();
    for (const text of [
      renderTerminalReport(reportOf(sheet, catalogue, trace), plainStyle),
      explanationsText([explained], plainStyle),
    ]) {
      expect(text).not.toMatch(CONTROL);
      expect(text).toContain('\\u{202e}[31m');
      expect(text).not.toMatch(/^\s*::/m);
    }
  });
});

describe('Markdown', () => {
  test.each([
    ['plain', 'plain'],
    ['a*b_c', 'a\\*b\\_c'],
    ['1. x', '1\\. x'],
    ['- x', '\\- x'],
    ['<b>&', '\\<b\\>\\&'],
    ['a|b', 'a\\|b'],
    ['line\nbreak', 'line\\\\u\\{a\\}break'],
    ['http://x.y', 'http\\://x\\.y'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('shows names as code, and leaves figures readable', () => {
    expect(markdownSentence('input `a*b` says >25-50 %: at most 5.5 %')).toBe(
      'input `a*b` says \\>25-50 %: at most 5.5 %',
    );
    expect(markdownSentence('`a|b`', true)).toBe('`a\\|b`');
    expect(markdownSentence('an odd ` tick')).toBe('an odd \\` tick');
    expect(codeSpan('a`b')).toBe("`a'b`");
    expect(codeSpan(' ')).toBe('');
  });
});
