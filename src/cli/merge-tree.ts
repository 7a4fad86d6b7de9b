// Merges a bill after the bills it is made of: each tier works from the sheets that the tier below would publish.

import { checkBill, checkSheet } from '../checks/index.ts';
import type { ReceivedSheet } from '../core/merge/inputs.ts';
import { type Merged, mergeBill } from '../core/merge/merge.ts';
import { measureWays } from '../core/merge/ways.ts';
import type { Trace } from '../core/model/trace.ts';
import { type Finding, hasErrors } from '../core/text/finding.ts';
import { sha256 } from '../io/sha256.ts';
import type { LoadedBill, LoadedInput } from './bills.ts';
import { contentOf } from './sheet-content.ts';
import { writeSheet } from './sheet-output.ts';

export interface MergedTree {
  readonly merged: Merged | undefined;
  /** Steps of the longest way through the bill and those behind it. */
  readonly longest: number;
  readonly findings: readonly Finding[];
}

export interface MergeTreeOptions {
  readonly withQuantities: boolean;
}

export function mergeTree(
  loaded: LoadedBill,
  options: MergeTreeOptions,
  done: Map<LoadedBill, MergedTree> = new Map(),
): MergedTree {
  const known = done.get(loaded);
  if (known !== undefined) return known;
  const findings: Finding[] = [];
  const received = new Map<string, ReceivedSheet>();
  const traces = new Map<string, Trace>();
  const behind = new Map<string, number>();
  for (const [name, input] of loaded.inputs) {
    const supplied = supply(loaded, input, options, done);
    findings.push(...supplied.findings);
    if (supplied.received !== undefined) received.set(name, supplied.received);
    if (supplied.trace !== undefined) traces.set(name, supplied.trace);
    if (supplied.longest !== undefined) behind.set(name, supplied.longest);
  }
  const { bill, catalogue, sha256: billSha256 } = loaded;
  const { withQuantities } = options;
  const own = mergeBill({ bill, billSha256, catalogue, received, behind, withQuantities });
  const told = own.findings.filter((found) => !isToldAlready(loaded, found));
  // On the day the bill itself names: a merge does not depend on the day it is run.
  const checked = checkBill(bill, catalogue, bill.issued);
  const result = {
    merged: withTraces(own.merged, traces),
    longest: measureWays(bill, behind).longest,
    findings: [...findings, ...checked, ...told],
  };
  done.set(loaded, result);
  return result;
}

/** Of an input whose sheet is named but cannot be had, that is told; it needs no second finding. */
function isToldAlready({ bill, inputs }: LoadedBill, { code, data }: Finding): boolean {
  const input = bill.inputs.find((each) => each.name === data['input']);
  if (code !== 'merge/no-sheet' || input === undefined) return false;
  return input.origin.kind !== 'none' && inputs.get(input.name)?.kind !== 'sheet';
}

interface Supplied {
  readonly received?: ReceivedSheet;
  readonly trace?: Trace;
  readonly longest?: number;
  readonly findings: readonly Finding[];
}

function supply(
  { bill }: LoadedBill,
  input: LoadedInput,
  options: MergeTreeOptions,
  done: Map<LoadedBill, MergedTree>,
): Supplied {
  if (input.kind === 'none') return { findings: [] };
  if (input.kind === 'bill') return supplyFromBill(input.child, options, done);
  const { sheet, catalogue, sha256: digest, file } = input;
  // That the sheet is not valid on that day is told by the merge, which counts it as unknown.
  const checked = checkSheet({ sheet, catalogue, today: bill.issued }).filter(
    (each) => each.code !== 'sheet/expired' && each.code !== 'sheet/issued-in-future',
  );
  const found = [...input.findings, ...checked];
  const discredited = new Map<string, string>();
  for (const { severity, discredits, code } of found) {
    if (severity === 'error') for (const statement of discredits) discredited.set(statement, code);
  }
  // What a supplier could say better is for the supplier to hear.
  const told = found.filter(({ severity }) => severity !== 'note');
  // Of what cannot be read in full the canonical text is not all that it says.
  const content = (): string => (hasErrors(found) ? digest : contentOf(sheet, catalogue));
  const received = { sheet, sha256: digest, content, file, discredited };
  return { received, findings: told.map(lowered) };
}

/**
 * A supplier's mistake is no fault of the bill: its effect is told, and the merge goes on soundly without. But what
 * cannot be read may have said anything, so that stops the merge.
 */
const lowered = (found: Finding): Finding =>
  found.severity === 'error' && !found.code.startsWith('read/') ? { ...found, severity: 'warning' } : found;

function supplyFromBill(
  child: LoadedBill,
  options: MergeTreeOptions,
  done: Map<LoadedBill, MergedTree>,
): Supplied {
  const isFirst = !done.has(child);
  const { merged, longest, findings } = mergeTree(child, options, done);
  const told = isFirst ? findings : [];
  if (merged === undefined || hasErrors(findings)) return { findings: told };
  const { sheet, trace } = merged;
  const digest = sha256(new TextEncoder().encode(writeSheet(sheet, child.catalogue, 'yaml')));
  const received = { sheet, sha256: digest, file: child.file, discredited: new Map<string, string>() };
  return { received, trace, longest, findings: told };
}

function withTraces(merged: Merged | undefined, traces: ReadonlyMap<string, Trace>): Merged | undefined {
  if (merged === undefined || traces.size === 0) return merged;
  const inputs = merged.trace.inputs.map((input) => {
    const trace = traces.get(input.name);
    return trace === undefined ? input : { ...input, trace };
  });
  return { ...merged, trace: { ...merged.trace, inputs } };
}
