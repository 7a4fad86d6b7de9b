// Why a bill is merged again: everything that went into it when it was merged last, held against what would go in now.
// Content decides, never a time of day.

import type { BuildSettings, Digest, LockedBill, LockedFile } from './lock.ts';

export type Reason =
  | { readonly kind: 'never-built' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'record-changed' }
  | { readonly kind: 'bill-changed' }
  | { readonly kind: 'tool-changed'; readonly before: string; readonly now: string }
  | { readonly kind: 'settings-changed'; readonly setting: 'quantities' | 'reports' }
  | { readonly kind: 'catalogue-changed'; readonly catalogue: string }
  | { readonly kind: 'input-added'; readonly input: string; readonly file: string }
  | { readonly kind: 'input-removed'; readonly input: string; readonly file: string }
  | { readonly kind: 'input-moved'; readonly input: string; readonly before: string; readonly now: string }
  | { readonly kind: 'input-changed'; readonly input: string; readonly file: string }
  | { readonly kind: 'output-missing'; readonly file: string }
  | { readonly kind: 'output-changed'; readonly file: string };

/** What would go into a bill now. */
export interface Ingredients {
  readonly sha256: Digest;
  readonly settings: BuildSettings;
  readonly inputs: readonly { readonly name: string; readonly file: string; readonly sha256: Digest }[];
}

/** Of each file that a bill should have: its digest; undefined for one that is not there. */
export type Outputs = ReadonlyMap<string, Digest | undefined>;

export function reasonsToBuild(
  before: LockedBill | undefined,
  now: Ingredients,
  outputs: Outputs,
): readonly Reason[] {
  if (before === undefined) return [{ kind: 'never-built' }];
  return [
    ...changedSettings(before.settings, now.settings),
    ...(before.sha256 === now.sha256 ? [] : [{ kind: 'bill-changed' } as const]),
    ...changedInputs(before.inputs, now.inputs),
    ...changedOutputs(before.outputs, outputs),
  ];
}

function changedSettings(before: BuildSettings, now: BuildSettings): readonly Reason[] {
  const reasons: Reason[] = [];
  if (before.tool !== now.tool) reasons.push({ kind: 'tool-changed', before: before.tool, now: now.tool });
  if (before.quantities !== now.quantities) reasons.push({ kind: 'settings-changed', setting: 'quantities' });
  if (before.reports.join() !== now.reports.join())
    reasons.push({ kind: 'settings-changed', setting: 'reports' });
  const { name, sha256 } = now.catalogue;
  if (before.catalogue.name !== name || before.catalogue.sha256 !== sha256)
    reasons.push({ kind: 'catalogue-changed', catalogue: name });
  return reasons;
}

function changedInputs(before: Ingredients['inputs'], now: Ingredients['inputs']): readonly Reason[] {
  const old = new Map(before.map((input) => [input.name, input]));
  const names = new Set(now.map(({ name }) => name));
  return [
    ...now.flatMap(({ name, file, sha256 }): Reason[] => {
      const known = old.get(name);
      if (known === undefined) return [{ kind: 'input-added', input: name, file }];
      if (known.file !== file) return [{ kind: 'input-moved', input: name, before: known.file, now: file }];
      return known.sha256 === sha256 ? [] : [{ kind: 'input-changed', input: name, file }];
    }),
    ...before.flatMap(({ name, file }): Reason[] =>
      names.has(name) ? [] : [{ kind: 'input-removed', input: name, file }],
    ),
  ];
}

const changedOutputs = (before: readonly LockedFile[], now: Outputs): readonly Reason[] => {
  const known = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  return [...now].flatMap(([file, sha256]): Reason[] => {
    if (sha256 === undefined) return [{ kind: 'output-missing', file }];
    return known.get(file) === sha256 ? [] : [{ kind: 'output-changed', file }];
  });
};
