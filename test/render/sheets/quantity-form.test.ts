import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/core/model/catalogue.ts';
import { anyAmount, anyShare, closed, exactly, type Interval } from '../../../src/core/values/interval.ts';
import { rational, zero } from '../../../src/core/values/rational.ts';
import { writeCompactJson } from '../../../src/render/sheets/json.ts';
import { massForm, quantityForm } from '../../../src/render/sheets/quantity-form.ts';

const share: Measure = { kind: 'number', dimension: 'share' };
const energy: Measure = { kind: 'number', dimension: 'energy' };
const skill: Measure = { kind: 'scale', steps: ['specialist', 'trained', 'layman'] };
const skills = closed(zero, rational(2));

const open = (range: Interval, ends: Partial<Interval>): Interval => ({ ...range, ...ends });

describe('quantityForm', () => {
  it.each([
    [share, anyShare, exactly(zero), '"0 %"'],
    [share, anyShare, exactly(rational(3, 7)), '"300/7 %"'],
    [share, anyShare, exactly(rational(1, 8)), '"12.5 %"'],
    [share, anyShare, anyShare, '"unknown"'],
    [share, anyShare, closed(zero, rational(1, 2)), '{"atMost":"50 %"}'],
    [
      share,
      anyShare,
      open(closed(zero, rational(1, 2)), { loOpen: true }),
      '{"moreThan":"0 %","atMost":"50 %"}',
    ],
    [
      share,
      anyShare,
      open(closed(rational(1, 4), rational(1)), { hiOpen: true }),
      '{"atLeast":"25 %","lessThan":"100 %"}',
    ],
    [energy, anyAmount, anyAmount, '"unknown"'],
    [energy, anyAmount, open(anyAmount, { lo: rational(18) }), '{"atLeast":"18 MJ"}'],
    [energy, anyAmount, closed(rational(18), rational(115, 3)), '{"atLeast":"18 MJ","atMost":"115/3 MJ"}'],
    [skill, skills, exactly(rational(1)), '"trained"'],
    [skill, skills, skills, '"unknown"'],
    [skill, skills, closed(rational(1), rational(2)), '{"atLeast":"trained","atMost":"layman"}'],
    [skill, skills, closed(zero, rational(1)), '{"atMost":"trained"}'],
  ])('writes %# exactly', (measure, domain, range, written) => {
    expect(writeCompactJson(quantityForm({ kind: 'range', range }, { measure, domain }))).toBe(written);
  });

  it('writes a name as it is', () => {
    const value = { kind: 'name', name: 'copper' } as const;
    expect(quantityForm(value, { measure: { kind: 'name', names: [] }, domain: anyAmount })).toBe('copper');
  });
});

describe('massForm', () => {
  it.each([
    [exactly(rational(1)), '1 kg'],
    [exactly(rational(1, 3)), '1/3 kg'],
    [closed(rational(1, 25), rational(3, 50)), '0.04..0.06 kg'],
    [anyAmount, 'unknown'],
  ])('writes %# as one text', (mass, written) => {
    expect(massForm(mass)).toBe(written);
  });
});
