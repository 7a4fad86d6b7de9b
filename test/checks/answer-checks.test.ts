import { describe, expect, it } from 'vitest';
import { checkBill, checkSheet, headerChecks, sheetChecks } from '../../src/checks/index.ts';
import { catalogue } from '../samples/catalogue.ts';
import { check, read, sheetText, today } from './marked-sheets.ts';

check('sheet/uncited', {
  valid: [
    { answers: 'durability.repairable: { answer: true, references: [EN 45554] }' },
    { answers: 'substances.no-svhc: { answer: true, list: reach-candidate/2026-01 }' },
    { answers: 'substances.no-svhc: false' },
    { answers: 'inputs.no-pvc: true' },
  ],
  invalid: [
    {
      sheet: {
        answers: 'substances.no-svhc: «true»\n  durability.repairable: { note: by hand, answer: «true» }',
      },
      findings: [
        {
          code: 'sheet/uncited',
          message: '`substances.no-svhc` is true under a rule that the answer does not name',
          label: 'no edition of the list',
          help: ['add `list: reach-candidate/2026-01` if the answer was given against that edition'],
          discredits: ['substances.no-svhc'],
        },
        {
          code: 'sheet/uncited',
          message: '`durability.repairable` is true under a rule that the answer does not name',
          label: 'no references and no list',
          help: ['name the rule that was applied, for example `references: [EN 45554]`'],
          discredits: ['durability.repairable'],
        },
      ],
    },
    {
      sheet: {
        answers: 'substances.no-svhc: { answer: «true», references: [Regulation (EC) 1907/2006] }',
      },
      findings: [
        {
          code: 'sheet/uncited',
          message: '`substances.no-svhc` is true under a rule that the answer does not name',
          label: 'no edition of the list',
          help: ['add `list: reach-candidate/2026-01` if the answer was given against that edition'],
          discredits: ['substances.no-svhc'],
        },
      ],
    },
  ],
});

check('sheet/wrong-list', {
  valid: [
    { answers: 'substances.no-svhc: { answer: false, list: reach-candidate/2026-01 }' },
    { answers: 'inputs.no-pvc: { answer: true, list: house-list/3 }' },
  ],
  invalid: [
    {
      sheet: { answers: 'substances.no-svhc: { answer: «true», list: reach-candidate/2025-06 }' },
      findings: [
        {
          code: 'sheet/wrong-list',
          message:
            'the answer relies on `reach-candidate/2025-06`, the statement on `reach-candidate/2026-01`',
          help: [
            'check the product against `reach-candidate/2026-01` and write `list: reach-candidate/2026-01`, or answer `unknown`',
          ],
          discredits: ['substances.no-svhc'],
        },
      ],
    },
  ],
});

check('sheet/expired-evidence', {
  valid: [
    { answers: 'inputs.no-pvc: { answer: true, assurance: { level: third-party, validUntil: 2026-11-22 } }' },
    { answers: 'inputs.no-pvc: { answer: true, assurance: { level: third-party, date: 2020-01-01 } }' },
  ],
  invalid: [
    {
      sheet: {
        answers:
          'inputs.post-consumer-recycled: { answer: «25-50», assurance: { level: second-party, validUntil: 2026-11-21 } }',
      },
      findings: [
        {
          code: 'sheet/expired-evidence',
          message: 'the second-party assurance of this answer was valid until 2026-11-21',
          help: [
            'ask `Rautajoki Copper` for a renewed assurance, and count the answer as self-declared until then',
          ],
        },
      ],
    },
  ],
});

check('sheet/nothing-answered', {
  valid: [{ answers: 'inputs.no-pvc: not-applicable' }, { answers: 'inputs.no-pvc: false' }],
  invalid: [
    {
      sheet: { id: '«urn:uuid:7d2f»', answers: '{}' },
      findings: [
        {
          code: 'sheet/nothing-answered',
          message: 'the sheet answers no statement',
          help: ['run `loopsheet catalogue list` to see the statements, and answer those that are known'],
        },
      ],
    },
    {
      sheet: { id: '«urn:uuid:7d2f»', answers: 'inputs.no-pvc: unknown' },
      findings: [
        {
          code: 'sheet/nothing-answered',
          message: 'every answer of the sheet is `unknown`',
          help: ['run `loopsheet catalogue list` to see the statements, and answer those that are known'],
        },
      ],
    },
  ],
});

describe('sheet/contradiction', () => {
  it('is looked for in every sheet', () => {
    const text = sheetText({
      answers:
        'inputs.post-consumer-recycled/0: false\n  inputs.post-consumer-recycled/0-25: false\n' +
        '  inputs.post-consumer-recycled/25-50: false\n  inputs.post-consumer-recycled/50-100: false',
    });
    const found = checkSheet({ sheet: read(text), catalogue, today });
    expect(found.map(({ code }) => code)).toEqual(['sheet/contradiction']);
  });
});

describe('the checks', () => {
  it('each have a code of their own', () => {
    const checked = [...headerChecks, ...sheetChecks].map(({ code }) => code);
    expect(new Set(checked).size).toBe(checked.length);
  });

  it('look at the header and the answers of a bill, which may answer nothing', () => {
    const text = sheetText({
      dates: 'issued: 2026-12-01\nvalidUntil: 2026-11-30',
      makerIds: 'gln: "1"',
      answers: 'substances.no-svhc: true',
    });
    const bill = read(text);
    expect(checkBill(bill, catalogue, today).map(({ code }) => code)).toEqual([
      'sheet/issued-after-valid',
      'sheet/issued-in-future',
      'sheet/bad-identifier',
      'sheet/uncited',
    ]);
    expect(
      checkBill({ ...bill, answers: new Map() }, catalogue, '2026-11-30').map(({ code }) => code),
    ).toEqual(['sheet/issued-after-valid', 'sheet/issued-in-future', 'sheet/bad-identifier']);
  });
});
