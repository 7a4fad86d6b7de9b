// What a careless or cheating supplier or maker might try to get a false answer published, each once tried with
// success. Nothing of it may be published, or the merge must stop.

import { expect, test } from 'vitest';
import { answer, bill, merge, sheet } from '../support/merging.ts';

const reversible = '  durability.reversible-connections: true\n';
const topLevels =
  'quantities:\n  durability.fastener-class: reusable\n  durability.repair-skill: layman\n  durability.repair-tools: common\n';
const screws = '{ effect: join-reversible, takes: [a, b] }';

test('an answer that stands twice is not merged by one of its two values', async () => {
  const twice = sheet('A', '  inputs.no-pvc: true\n  inputs.no-pvc: false\n');
  const result = await merge({ 'a.yaml': twice, 'b.yaml': sheet('B', ''), 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, 'inputs.no-pvc')]).toEqual([1, 'nothing written']);
});

test("the maker's own answer against an old list is refused", async () => {
  const own = '  substances.no-svhc: { answer: true, list: reach-candidate/1999 }\n';
  const result = await merge({
    'a.yaml': sheet('A', ''),
    'b.yaml': sheet('B', ''),
    'p.yaml': bill(screws, own),
  });
  expect([result.exit, answer(result, 'substances.no-svhc')]).toEqual([1, 'nothing written']);
});

test('stated levels do not lift the ceiling of a weld', async () => {
  const weld =
    '{ effect: join-irreversible, takes: [a, b], levels: { durability.fastener-class: reusable, durability.repair-skill: layman, durability.repair-tools: common } }';
  const files = { 'a.yaml': sheet('A', '', topLevels), 'b.yaml': sheet('B', '', topLevels) };
  const result = await merge({ ...files, 'p.yaml': bill(weld, '') });
  expect([result.exit, answer(result, 'durability.joints-removable')]).toEqual([0, false]);
});

test.each([
  '{ effect: use-energy, name: welding, takes: [a, b], uses: 1 MJ }',
  '{ effect: regrind, takes: [a, b], returns: 1 g }',
  '{ effect: loss-homogeneous, takes: [a, b], loses: 0 g }',
  '{ effect: havoc, takes: [a, b], conserves: [assert-refutable, min-level] }',
])('a process that joins nothing does not hide a joint: %s', async (process) => {
  const files = { 'a.yaml': sheet('A', reversible, topLevels), 'b.yaml': sheet('B', reversible, topLevels) };
  const result = await merge({ ...files, 'p.yaml': bill(process, reversible) });
  expect(result.exit).toBe(0);
  expect(answer(result, 'durability.reversible-connections')).toBe('unknown');
  expect(answer(result, 'durability.joints-removable')).not.toBe(true);
});

test('an assertion cannot be brought in through a composed answer', async () => {
  const own = '  durability.repairable-by-layman: true\n';
  const coat = '{ effect: coat, takes: [a, b] }';
  const result = await merge({
    'a.yaml': sheet('A', ''),
    'b.yaml': sheet('B', ''),
    'p.yaml': bill(coat, own),
  });
  expect([result.exit, answer(result, 'durability.repairable')]).toEqual([1, 'nothing written']);
});

test.each(['{ effect: join-irreversible, takes: [a, b], applied: [b] }', '{ effect: coat, takes: [a, b] }'])(
  'an article that is applied is not diluted: %s',
  async (process) => {
    const files = {
      'a.yaml': sheet('A', '', 'quantities:\n  substances.svhc-content: 0 %\n'),
      'b.yaml': sheet('B', '', 'quantities:\n  substances.svhc-content: 5 %\n'),
    };
    const result = await merge({ ...files, 'p.yaml': bill(process, '') });
    expect([result.exit, answer(result, 'substances.no-svhc')]).toEqual([0, false]);
  },
);

test('a figure does not outlive the answer against another list', async () => {
  const old = '  substances.no-svhc: { answer: true, list: reach-candidate/2019-01, references: [x] }\n';
  const figure = 'quantities:\n  substances.svhc-content: 0 %\n';
  const files = { 'a.yaml': sheet('A', old, figure), 'b.yaml': sheet('B', old, figure) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, 'substances.no-svhc')]).toEqual([0, 'unknown']);
});

test('one edition has one content, also where an input is not contained', async () => {
  const inputs = '  c: { sheet: c.yaml, mass: 1 kg, contained: false }\n';
  const files = {
    'a.yaml': sheet('A', ''),
    'b.yaml': sheet('B', ''),
    'c.yaml': sheet('A', '  inputs.no-pvc: true\n'),
  };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '', inputs) });
  expect([result.exit, result.stderr.includes('merge/input-conflict')]).toEqual([1, true]);
});

test.each(['validUntil: "31.12.2020"\n', 'validUntil: 2025-02-31\n'])(
  'a date that cannot be read does not make a sheet valid for ever: %s',
  async (header) => {
    const files = { 'a.yaml': sheet('A', '  inputs.no-pvc: true\n', '', header), 'b.yaml': sheet('B', '') };
    const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
    expect([result.exit, answer(result, 'inputs.no-pvc')]).toEqual([1, 'nothing written']);
  },
);

test('a sheet from after the product counts as unknown', async () => {
  const later = sheet('A', '').replace('issued: 2026-01-01', 'issued: 2026-12-01');
  const result = await merge({ 'a.yaml': later, 'b.yaml': sheet('B', ''), 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, 'inputs.no-added-pfas')]).toEqual([0, 'unknown']);
});

test("a supplier's own words are not passed on as a citation", async () => {
  const told =
    '  substances.no-svhc: { answer: true, list: reach-candidate/2026-01, references: ["Declaration by ACME, 12.3 kg Pb"] }\n';
  const files = { 'a.yaml': sheet('A', told), 'b.yaml': sheet('B', told) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, 'substances.no-svhc')]).toEqual([0, true]);
  expect(result.files.get('out.json')).not.toMatch(/ACME/);
});

const crm = 'inputs.contains-critical-raw-material';

test.each([
  ['without an edition', '', 'unknown'],
  ['against an old edition', ', list: eu-critical-raw-materials/2020', 'unknown'],
  ['against the edition of the catalogue', ', list: eu-critical-raw-materials/2024', false],
])('that nothing on a list is there does not follow from what was answered %s', async (_, list, expected) => {
  const told = `  ${crm}: { answer: false${list} }\n`;
  const full = `  ${crm}: { answer: false, list: eu-critical-raw-materials/2024 }\n`;
  const files = { 'a.yaml': sheet('A', told), 'b.yaml': sheet('B', full) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, crm)]).toEqual([0, expected]);
});

test('that something on a list is there needs no edition', async () => {
  const files = { 'a.yaml': sheet('A', `  ${crm}: true\n`), 'b.yaml': sheet('B', '') };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, crm)]).toEqual([0, true]);
});

test('a merged sheet names the edition behind an absence, and stands up to its own check', async () => {
  const full = `  ${crm}: { answer: false, list: eu-critical-raw-materials/2024 }\n`;
  const files = { 'a.yaml': sheet('A', full), 'b.yaml': sheet('B', full) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect(JSON.parse(result.files.get('out.json') ?? '').answers[crm]).toEqual({
    answer: false,
    list: 'eu-critical-raw-materials/2024',
  });
});

test("the maker's own absence needs the edition as well", async () => {
  const files = { 'a.yaml': sheet('A', ''), 'b.yaml': sheet('B', '') };
  const result = await merge({ ...files, 'p.yaml': bill(screws, `  ${crm}: false\n`) });
  expect([result.exit, answer(result, crm)]).toEqual([1, 'nothing written']);
});
