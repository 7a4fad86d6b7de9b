// What a build did, as far as the next one needs to know: of every bill what went in, what came out, and which edition
// of its sheet that was.

import { inOrder } from '../text/order.ts';

/** SHA-256, 64 hexadecimal digits. */
export type Digest = string;

export interface LockedInput {
  readonly name: string;
  /** From the folder of the workspace. */
  readonly file: string;
  readonly id: string;
  readonly revision: number;
  readonly sha256: Digest;
}

export interface LockedFile {
  readonly file: string;
  readonly sha256: Digest;
}

export interface LockedSheet {
  readonly id: string;
  readonly revision: number;
  readonly sha256: Digest;
  /** Of the sheet without its revision: what decides whether there is a new one. */
  readonly content: Digest;
}

/** What was asked for besides the bill and its inputs. */
export interface BuildSettings {
  /** The version of this tool. */
  readonly tool: string;
  readonly catalogue: { readonly name: string; readonly sha256: Digest };
  readonly quantities: boolean;
  readonly reports: readonly string[];
}

export interface LockedBill {
  /** From the folder of the workspace. */
  readonly file: string;
  readonly sha256: Digest;
  readonly settings: BuildSettings;
  /** Inputs with a sheet. */
  readonly inputs: readonly LockedInput[];
  readonly sheet: LockedSheet;
  /** Everything that was written for the bill, the sheet among it. */
  readonly outputs: readonly LockedFile[];
}

export interface Lock {
  readonly bills: ReadonlyMap<string, LockedBill>;
}

export const emptyLock: Lock = { bills: new Map() };

/** The edition of a sheet that was published last, whatever bill it came from then. */
export function publishedEdition(lock: Lock, id: string): LockedSheet | undefined {
  const editions = inOrder([...lock.bills.keys()]).flatMap((file) => {
    const sheet = lock.bills.get(file)?.sheet;
    return sheet?.id === id ? [sheet] : [];
  });
  return editions.reduce<LockedSheet | undefined>(
    (best, each) => (best === undefined || each.revision > best.revision ? each : best),
    undefined,
  );
}
