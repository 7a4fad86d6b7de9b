// The validators that the build compiles from schemas/, one module per kind so that a run loads only what it needs.

/** What a validator reports; `parentSchema` and `data` come along because the words are chosen from them. */
export interface ShapeError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly ShapeError[] | null;
}

const modules = {
  bill: () => import('./generated/bill.mjs'),
  catalogue: () => import('./generated/catalogue.mjs'),
  findings: () => import('./generated/findings.mjs'),
  lock: () => import('./generated/lock.mjs'),
  sheet: () => import('./generated/sheet.mjs'),
  trace: () => import('./generated/trace.mjs'),
  translation: () => import('./generated/translation.mjs'),
  workspace: () => import('./generated/workspace.mjs'),
} satisfies Record<string, () => Promise<{ readonly validate: Validator }>>;

export type DocumentKind = keyof typeof modules;

export const documentKinds: readonly DocumentKind[] = [
  'bill',
  'catalogue',
  'findings',
  'lock',
  'sheet',
  'trace',
  'translation',
  'workspace',
];

export const loadValidator = async (kind: DocumentKind): Promise<Validator> =>
  (await modules[kind]()).validate;

const quick: Partial<Record<DocumentKind, () => Promise<{ readonly validate: (data: unknown) => boolean }>>> =
  {
    sheet: () => import('./generated/sheet-fits.mjs'),
  };

/** Whether a document has its shape, for a kind that has a small validator saying no more than that. */
export const fitsQuickly = async (kind: DocumentKind, data: unknown): Promise<boolean> =>
  (await quick[kind]?.())?.validate(data) ?? false;
