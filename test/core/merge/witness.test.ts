import { expect, test } from 'vitest';
import { subjectsOf } from '../../../src/core/algebra/subjects.ts';
import type { Case } from '../../../src/core/merge/evaluate.ts';
import { type ReceivedSheet, readInput } from '../../../src/core/merge/inputs.ts';
import { planBill } from '../../../src/core/merge/plan.ts';
import { searchWitnesses } from '../../../src/core/merge/witness.ts';
import { billText, plastics, readBillText, readSheetText, sheetText } from '../../samples/read.ts';

const welding = '{ effect: weld, takes: [p0, p1, p2, p3], gives: crate, conserves: [all] }';

/** Four inputs, two of which hold lead. */
function leadCase(): Case {
  const answers = ['true', 'false', 'true', 'false'];
  const lines = answers.map((_, index) => `  p${index}: { sheet: p${index}.yaml, mass: 500 g }\n`);
  const bill =
    readBillText(billText(`inputs:\n${lines.join('')}processes: [${welding}]\n`)).value ?? expect.fail();
  const { value: plan } = planBill(bill, plastics);
  const inputs = bill.inputs.map((input, index) => {
    const sheet =
      readSheetText(sheetText(`answers: { no-lead: ${answers[index]} }\n`)).value ?? expect.fail();
    const file = `p${index}.yaml`;
    const received: ReceivedSheet = { sheet, sha256: '0'.repeat(64), file, discredited: new Map() };
    return [input.name, readInput(plastics, bill, input, received)] as const;
  });
  return {
    catalogue: plastics,
    plan: plan ?? expect.fail(),
    inputs: new Map(inputs),
    own: [],
    ownUses: { stated: new Set(), left: new Map() },
  };
}

const inputsOf = (mostEffort?: number) => {
  const { grounds, minimal } = searchWitnesses(
    leadCase(),
    subjectsOf(plastics),
    { issued: '2026-01-01' },
    mostEffort,
  ).find('no-lead', 'false');
  return {
    inputs: grounds.map((ground) => (ground.kind === 'answer' ? ground.input : ground.kind)),
    minimal,
  };
};

test('one input that refutes is enough', () => {
  expect(inputsOf()).toEqual({ inputs: ['p3', 'process'], minimal: true });
});

test('a search without the means to go on keeps what is enough, and says that it may be too much', () => {
  expect(inputsOf(0)).toEqual({ inputs: ['p0', 'p1', 'p2', 'p3', 'process'], minimal: false });
});
