// Everything that is written of one merge: the sheet, proved fit to be read, its private trace and its reports.

import type { Merged } from '../core/merge/merge.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Finding } from '../core/text/finding.ts';
import { sha256 } from '../io/sha256.ts';
import type { Context } from './context.ts';
import type { MergeOutputs } from './merge-outputs.ts';
import { type Artefact, STANDARD_OUTPUT } from './output.ts';
import { renderReport } from './report-output.ts';
import { proveSheet, writeSheet } from './sheet-output.ts';
import { provedTrace } from './trace-output.ts';
import { traceForOutput } from './trace-places.ts';

export interface MergedArtefacts {
  /** The sheet comes last: whoever sees the new sheet finds everything that belongs to it. */
  readonly artefacts: readonly Artefact[];
  /** Of the sheet as it is written. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

export interface MergedBill {
  /** Absolute. */
  readonly path: string;
  readonly catalogue: Catalogue;
}

export async function makeArtefacts(
  context: Context,
  outputs: MergeOutputs,
  { path: billPath, catalogue }: MergedBill,
  { sheet, trace }: Merged,
): Promise<MergedArtefacts> {
  const text = writeSheet(sheet, catalogue, outputs.format);
  const findings = await proveSheet({ name: outputs.sheet, text, format: outputs.format }, sheet, catalogue);
  const digest = sha256(new TextEncoder().encode(text));
  const told = { ...trace, sheet: { ...trace.sheet, sha256: digest } };
  const reports = await Promise.all(
    outputs.reports.map(async ({ format, path }): Promise<Artefact> => {
      const style = path === STANDARD_OUTPUT ? context.out : undefined;
      const reported = {
        sheet: { ...sheet, source: outputs.sheet },
        trace: traceForOutput(context, told, path),
        catalogue,
      };
      return { path, isPrivate: true, text: await renderReport(format, reported, style) };
    }),
  );
  const traces = await Promise.all(
    (outputs.trace === undefined ? [] : [outputs.trace]).map(async (path): Promise<Artefact> => {
      // On standard output it may be written down anywhere, but must not tell where the run was started.
      const place = path === STANDARD_OUTPUT ? billPath : path;
      return { path, text: await provedTrace(traceForOutput(context, told, place)), isPrivate: true };
    }),
  );
  return { artefacts: [...reports, ...traces, { path: outputs.sheet, text }], sha256: digest, findings };
}
