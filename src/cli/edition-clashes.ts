// One id and revision stands for one content, over all tiers of a bill and whether or not it ends up in the product.

import { sheetName } from '../core/model/sheet.ts';
import { type Finding, finding, hasErrors } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { billsIn } from './bill-tree.ts';
import type { LoadedBill } from './bills.ts';
import { contentOf } from './sheet-content.ts';

interface Met {
  readonly sha256: string;
  /** The digest of its canonical text. */
  content(): string;
  readonly at: Span;
  readonly bill: LoadedBill;
  readonly contained: boolean;
}

export function findEditionClashes(loaded: LoadedBill): readonly Finding[] {
  const met = new Map<string, Met>();
  const findings: Finding[] = [];
  for (const bill of billsIn(loaded)) {
    for (const input of bill.bill.inputs) {
      const found = bill.inputs.get(input.name);
      if (found?.kind !== 'sheet') continue;
      const name = sheetName(found.sheet);
      const { sheet, catalogue, sha256, findings: faults } = found;
      const content = (): string => (hasErrors(faults) ? sha256 : contentOf(sheet, catalogue));
      const here = { sha256: found.sha256, content, at: input.originAt, bill, contained: input.contained };
      const other = met.get(name);
      if (other === undefined) met.set(name, here);
      else if (isOther(other, here) && !isToldByMerge(other, here))
        findings.push(clash(name, other.at, here.at));
    }
  }
  return findings;
}

const isOther = (a: Met, b: Met): boolean => a.sha256 !== b.sha256 && a.content() !== b.content();

/** Among the inputs of one product the merge itself finds it. */
const isToldByMerge = (a: Met, b: Met): boolean => a.bill === b.bill && a.contained && b.contained;

const clash = (name: string, first: Span, at: Span): Finding =>
  finding('merge/input-conflict', `two inputs carry sheet \`${name}\`, but their contents differ`, {
    at,
    related: [{ at: first, label: 'the other content' }],
    help: ['find out which one its maker stands for; a changed sheet needs a new revision'],
    data: { sheet: name },
  });
