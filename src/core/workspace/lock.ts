// What a build did, as far as the next one needs to know: of every bill what went in, what came out, and which edition
// of its sheet that was.

import type { DateText } from '../values/date.ts';
import type { Edition } from './revision.ts';

/** SHA-256, 64 hexadecimal digits. */
export type Digest = string;

export interface LockedInput {
  readonly name: string;
  /** From the folder of the workspace. */
  readonly file: string;
  readonly id: string;
  readonly revision: number;
  readonly sha256: Digest;
  readonly validUntil?: DateText;
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
  readonly validUntil?: DateText;
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
  /** How many warnings the merge gave, by code: they are no less true while nothing changes. */
  readonly warnings: readonly LockedWarnings[];
}

export interface LockedWarnings {
  readonly code: string;
  readonly count: number;
}

export interface Lock {
  readonly bills: ReadonlyMap<string, LockedBill>;
  /** Bills whose record is not as a build wrote it: a hand or a merge of two branches has put it together. */
  readonly broken: ReadonlySet<string>;
  /** What was published of sheets that no bill makes any more. */
  readonly editions: readonly LockedEdition[];
  /** Files, from the folder of the workspace, that builds have written and nothing makes any more. */
  readonly left: readonly string[];
}

export interface LockedEdition extends Edition {
  readonly id: string;
}

export const emptyLock: Lock = { bills: new Map(), broken: new Set(), editions: [], left: [] };

/** The edition of a sheet that was published last, whatever bill it came from then. */
export function publishedEdition({ bills, broken, editions }: Lock, id: string): Edition | undefined {
  const known: readonly Edition[] = [
    ...editions.filter((each) => each.id === id),
    ...[...bills.values()]
      .filter(({ sheet }) => sheet.id === id)
      .map(({ file, sheet }) => ({
        revision: sheet.revision,
        content: broken.has(file) ? undefined : sheet.content,
      })),
  ];
  if (known.length === 0) return undefined;
  const revision = Math.max(...known.map((each) => each.revision));
  const contents = new Set(known.filter((each) => each.revision === revision).map(({ content }) => content));
  const [content] = contents;
  return { revision, content: contents.size === 1 ? content : undefined };
}
