// From the text of a document to what it means, with the findings as lines: what tests of the readers need.

import type { Bill } from '../../src/core/model/bill.ts';
import type { Catalogue } from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import type { Finding, Result } from '../../src/core/text/finding.ts';
import { readBill } from '../../src/read/documents/bill.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import type { Node } from '../../src/read/tree.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { asLines, asMarkedLines } from './findings.ts';

export interface Reading<T> {
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
  /** The findings as lines, with their places as numbers. */
  readonly lines: readonly string[];
  /** The findings as lines, with the text at their places. */
  readonly marked: readonly string[];
}

function treeOf(text: string, name: string): Node {
  const { value, findings } = readYaml({ name, text });
  if (value === undefined) throw new Error(asLines(findings).join('\n'));
  return value;
}

const reading = <T>({ value, findings }: Result<T | undefined>, text: string): Reading<T> => ({
  value,
  findings,
  lines: asLines(findings),
  marked: asMarkedLines(findings, text),
});

export const readCatalogueText = (text: string): Reading<Catalogue> =>
  reading(readCatalogue(treeOf(text, 'catalogue.yaml')), text);

/** A small catalogue with one of everything that sheets and bills refer to. */
export const plasticsCatalogue = `loopsheet: catalogue/1
id: plastics
version: "1"
title: Plastics
note: For tests.
sections:
  - { id: inputs, number: 1, title: Inputs }
  - { id: use, number: 2, title: Use }
scales:
  skill: [maker, trained, layman]
ladders:
  share: { bands: ["0", "0-25", "25-100"] }
quantities:
  energy: { title: Energy, unit: MJ, rule: { kind: sum }, ownTerm: true }
  polymer: { title: Polymer, name: true, rule: { kind: own } }
  skill: { title: Skill, scale: skill, rule: { kind: min-level } }
  warranty: { title: Warranty, unit: years, rule: { kind: min-number } }
groups:
  recycled:
    section: inputs
    title: Recycled content
    text: "{band} is recycled."
    guidance: Weigh it.
    level: product
    unit: "%"
    ladder: share
    rule: { kind: fraction, weight: mass, custody: physical, attributedBy: attributed }
  renewable-energy:
    section: use
    title: Renewable energy
    text: "{band} is renewable."
    guidance: Measure it.
    level: product
    unit: "%"
    ladder: share
    rule: { kind: fraction, weight: energy }
    ownTerm: true
statements:
  reversible:
    section: use
    title: Reversible joints
    text: All joints are reversible.
    guidance: Look at them.
    level: product
    rule: { kind: assert-refutable, scope: all, refutedBy: [permanent], openedBy: [] }
  attributed: { section: inputs, title: Attributed, text: It is attributed., guidance: None., level: sheet, rule: { kind: own } }
  no-lead: { section: inputs, title: No lead, text: It holds no lead., guidance: None., level: article, rule: { kind: all } }
effects:
  weld: { title: Weld, text: Welds parts., joins: true, traits: [permanent], behaviours: { fraction: combine, assert-refutable: judge } }
  heat: { title: Heat, text: Heats parts., alsoCalled: [warming, Oven heating], adds: energy, parameters: { uses: required }, behaviours: { fraction/energy: add-term } }
`;

export const plastics: Catalogue = (() => {
  const { value, lines } = readCatalogueText(plasticsCatalogue);
  if (value === undefined || lines.length > 0) throw new Error(lines.join('\n'));
  return value;
})();

const find = (name: string): Catalogue | undefined => (name === 'plastics/1' ? plastics : undefined);
const known = ['plastics/1', 'plastics/2'];

/** A sheet with these lines after a header of seven lines. */
export const sheetText = (rest: string): string => `loopsheet: sheet/1
catalogue: plastics/1
id: urn:example:pellets
revision: 2
issued: 2026-05-04
product: { name: Pellets, level: material }
maker: { name: Compounder }
${rest}`;

export const readSheetText = (text: string): Reading<Sheet> =>
  reading(readSheet(treeOf(text, 'pellets.yaml'), { name: 'pellets.yaml' }, find, known), text);

/** A bill with these lines after a header of four lines. */
export const billText = (rest: string): string => `loopsheet: bill/1
sheet: { id: urn:example:crate, revision: 1, catalogue: plastics/1, issued: 2026-06-01 }
product: { name: Crate, level: product, mass: 2 kg }
maker: { name: Moulder }
${rest}`;

export const readBillText = (text: string): Reading<Bill> =>
  reading(readBill(treeOf(text, 'crate.bill.yaml'), { name: 'crate.bill.yaml' }, find, known), text);
