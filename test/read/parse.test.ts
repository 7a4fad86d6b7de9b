import { describe, expect, test } from 'vitest';
import { formatOf, parseText, textFormats } from '../../src/read/parse.ts';
import { withoutPlaces } from '../samples/document-values.ts';
import { asLines } from '../samples/findings.ts';

describe('formatOf', () => {
  test.each([
    ['a.yaml', 'yaml'],
    ['sheets/a.sheet.YML', 'yaml'],
    ['a.json', 'json'],
    ['C:\\sheets\\a.csv', 'csv'],
  ])('%s is %s', (name, format) => {
    expect(formatOf(name)).toEqual({ value: format, findings: [] });
  });

  test.each([
    [
      'a.xlsx',
      'documents ending in `.xlsx` are not read',
      ['name a file ending in .yaml, .yml, .json or .csv'],
    ],
    [
      'a.yamll',
      'documents ending in `.yamll` are not read',
      ['did you mean `yaml` or `yml`?', 'name a file ending in .yaml, .yml, .json or .csv'],
    ],
    [
      'sheets.d/a',
      'the name `sheets.d/a` does not say what format the document is in',
      ['name a file ending in .yaml, .yml, .json or .csv'],
    ],
    [
      'constructor',
      'the name `constructor` does not say what format the document is in',
      ['name a file ending in .yaml, .yml, .json or .csv'],
    ],
  ])('%s is unknown', (name, message, help) => {
    const { value, findings } = formatOf(name);
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual([`1:1 read/unknown-format: ${message}`]);
    expect(findings[0]?.help).toEqual(help);
    expect(findings[0]?.at?.source).toBe(name);
  });
});

test('each format is read by its own reader', async () => {
  expect(textFormats).toEqual(['yaml', 'json', 'csv']);
  const text = '{"a": 1,}';
  const yaml = await parseText({ name: 'a', text }, 'yaml');
  expect(withoutPlaces(yaml.value)).toEqual({ map: [['a', { number: '1' }]] });
  const json = await parseText({ name: 'a', text }, 'json');
  expect(asLines(json.findings)).toEqual(['1:8-1:9 read/syntax: a comma stands before `}`']);
  const csv = await parseText({ name: 'a', text }, 'csv');
  expect(csv.findings.map(({ code }) => code)).toContain('read/table');
});
