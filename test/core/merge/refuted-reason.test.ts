// An assertion that a joint refutes is not open for want of a sheet: no sheet could make it true again.

import { expect, test } from 'vitest';
import { mergeBill } from '../../../src/core/merge/merge.ts';
import { billText, plastics, readBillText } from '../../samples/read.ts';

const lines = 'inputs: { p0: { sheet: none, mass: 1 kg }, p1: { sheet: none, mass: 1 kg } }\n';

function reversibleAfter(own: string) {
  const processes = 'processes: [{ effect: weld, takes: [p0, p1], gives: crate }]\n';
  const { value } = readBillText(billText(`${lines}${processes}answers: { ${own} }\n`));
  const { merged } = mergeBill({
    bill: value ?? expect.fail(),
    billSha256: '',
    catalogue: plastics,
    received: new Map(),
    withQuantities: false,
  });
  const { value: answer, reason } = merged?.sheet.answers.get('reversible') ?? expect.fail();
  return [answer, reason];
}

test('what is asserted and refuted is undetermined, whatever sheets are missing', () => {
  expect(reversibleAfter('reversible: true')).toEqual(['unknown', 'undetermined']);
  expect(reversibleAfter('no-lead: unknown')).toEqual(['false', undefined]);
});
