// A part that served before: one class of origin, and nothing of its earlier life unless it is declared.

import { expect, test } from 'vitest';
import { make } from '../../support/effects.ts';
import { bill, merge, sheet } from '../../support/merging.ts';

const housing = {
  mass: '1 kg',
  quantities: { 'inputs.post-consumer-recycled': '30 %', 'inputs.renewable-material': '40 %' },
  answers: { 'inputs.no-pvc': 'true', 'durability.reversible-connections': 'true' },
} as const;
const starter = {
  mass: '3 kg',
  quantities: {
    'inputs.post-consumer-recycled': '20 %',
    'inputs.pre-consumer-recycled': '0 %',
    'inputs.reused-components': '0 %',
  },
  answers: { 'inputs.no-pvc': 'true' },
} as const;
const reuse = '{ effect: reuse-insert, takes: [housing] }';
const screw = '{ effect: join-reversible, takes: [starter, housing] }';

test('all of it counts as reused, and nothing as recycled or primary', async () => {
  const { value } = await make({ housing, starter }, [reuse, screw]);
  // 1 kg reused in 4 kg; of the 3 kg others 20 % is recycled: 0.6 / 4.
  expect(value('inputs.reused-components')).toBe('25 %');
  expect(value('inputs.post-consumer-recycled')).toBe('15 %');
  expect(value('inputs.total-recycled')).toBe('15 %');
  expect(value('inputs.secondary-material')).toBe('40 %');
  expect(value('inputs.primary-material')).toBe('[0 %, 60 %]');
  expect(value('mass')).toBe('4 kg');
});

test('what it is made of counts only where it is declared, for it may have been reworked', async () => {
  const { value } = await make({ housing }, reuse);
  expect(value('inputs.renewable-material')).toBe('[0 %, 100 %]');
  expect(value('inputs.attributed-recycled')).toBe('[0 %, 100 %]');
  const conserved = '{ effect: reuse-insert, takes: [housing], conserves: [inputs.renewable-material] }';
  expect((await make({ housing }, conserved)).value('inputs.renewable-material')).toBe('40 %');
});

test('an answer from its earlier life counts only where it is declared', async () => {
  const old = await make({ housing, starter }, [reuse, screw]);
  expect(old.answer('inputs.no-pvc')).toBe('unknown');
  expect(old.gaps('inputs.no-pvc')).toEqual(['process reuse-insert']);
  const conserved = '{ effect: reuse-insert, takes: [housing], conserves: [inputs.no-pvc] }';
  expect((await make({ housing, starter }, [conserved, screw])).answer('inputs.no-pvc')).toBe('true');
});

test('the answer rests on the process', async () => {
  const { answer, restsOn } = await make({ housing }, reuse);
  expect(answer('inputs.reused-components/95-100')).toBe('true');
  expect(restsOn('inputs.reused-components/95-100')).toEqual(['process reuse-insert']);
});

test('it takes no loss', async () => {
  const { exit, stderr } = await make({ housing }, '{ effect: reuse-insert, takes: [housing], loses: 1 g }');
  expect(exit).toBe(1);
  expect(stderr).toContain('error[bill/process-parameter]: effect `reuse-insert` does not take `loses`');
});

test('one part is put in at a time, for all that the process takes would count as reused', async () => {
  const files = { 'a.yaml': sheet('A', ''), 'b.yaml': sheet('B', '') };
  const reuse = '{ effect: reuse-insert, takes: [a, b] }';
  const { exit, stderr } = await merge({ ...files, 'p.yaml': bill(reuse, '') });
  expect([exit, stderr.split('\n  -->')[0]?.replace(/\s+/g, ' ')]).toEqual([
    1,
    'error[bill/process-parameter]: process `reuse-insert` takes 2 parts, but effect `reuse-insert` takes one: all of it would count the same',
  ]);
});
