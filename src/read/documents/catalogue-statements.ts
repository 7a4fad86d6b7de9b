// Statements and groups of a catalogue: groups are spread into one statement per band, and everything comes in the
// order of the sections, groups first.

import type { Group, Level, Reference, Section, Statement } from '../../core/model/catalogue.ts';
import { finding } from '../../core/text/finding.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { readStatementLink } from './catalogue-composition.ts';
import { readHeaderLink } from './catalogue-header.ts';
import type { Rung } from './catalogue-ladders.ts';
import { knownName, type Names } from './catalogue-names.ts';
import { readMeaning } from './catalogue-rules.ts';
import { entriesOf, isSet, itemsOf, type Report, textAt, textsAt, wordAt } from './fields.ts';

const levels = [
  'sheet',
  'product',
  'article',
  'homogeneous-material',
  'mixture',
  'site',
] as const satisfies readonly Level[];

export const readReferences = (node: Node): readonly Reference[] =>
  itemsOf(valueAt(node, 'references')).flatMap((item) => {
    const standard = textAt(item, 'standard');
    const clause = textAt(item, 'clause');
    if (standard === undefined) return [];
    return [clause === undefined ? { standard } : { standard, clause }];
  });

/** What an entry may leave out: help for answering, and the id it had. */
function readAdvice(node: Node): Pick<Statement, 'evidence' | 'example' | 'replaces'> {
  const evidence = textAt(node, 'evidence');
  const example = textAt(node, 'example');
  const replaces = textAt(node, 'replaces');
  return {
    ...(evidence === undefined ? {} : { evidence }),
    ...(example === undefined ? {} : { example }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

type Described = Omit<
  Statement,
  'id' | 'text' | 'meaning' | 'list' | 'official' | 'group' | 'evidence' | 'example' | 'replaces'
>;

function describe(node: Node, names: Names): Described {
  const section = knownName(node, 'section', 'section', names.sections, names.report);
  return {
    section: section ?? textAt(node, 'section') ?? '',
    title: textAt(node, 'title') ?? '',
    guidance: textAt(node, 'guidance') ?? '',
    level: wordAt(node, 'level', levels) ?? 'product',
    falseMeans: wordAt(node, 'falseMeans', ['negation', 'not-claimed']) ?? 'negation',
    cites: isSet(node, 'cites'),
    references: readReferences(node),
  };
}

/** A group and the statements of its bands. */
export interface BandedGroup {
  readonly group: Group;
  readonly statements: readonly Statement[];
}

export const bandStatement = (group: string, band: string): string => `${group}/${band}`;

export function readGroup({ key, value }: Entry, rungs: readonly Rung[], names: Names): BandedGroup {
  const described = describe(value, names);
  const text = textAt(value, 'text') ?? '';
  const bands = rungs.map(({ id, label, range }) => ({
    id,
    label,
    range,
    statement: bandStatement(key, id),
  }));
  const group: Group = {
    id: key,
    section: described.section,
    title: described.title,
    guidance: described.guidance,
    ...readAdvice(value),
    bands,
    official: textsAt(value, 'official'),
  };
  const statements = bands.map(
    ({ label, range, statement }): Statement => ({
      ...described,
      id: statement,
      title: `${described.title}: ${label}`,
      text: text.replaceAll('{band}', () => label),
      meaning: { kind: 'within', quantity: key, range },
      official: [],
      group: key,
    }),
  );
  return { group, statements };
}

export function readStatement({ key, value }: Entry, names: Names): Statement {
  const rule = valueAt(value, 'rule');
  const list = readList(valueAt(value, 'list'));
  const meaning: Statement['meaning'] =
    rule === undefined ? { kind: 'plain', rule: { kind: 'own' } } : readMeaning(rule, key, names);
  const link = readStatementLink(valueAt(value, 'composition'), key, meaning, names);
  const header = readHeaderLink(valueAt(value, 'header'), key, meaning, names.report);
  return {
    ...describe(value, names),
    ...readAdvice(value),
    id: key,
    text: textAt(value, 'text') ?? '',
    meaning,
    ...(link === undefined ? {} : { composition: link }),
    ...(header === undefined ? {} : { header }),
    ...(list === undefined ? {} : { list }),
    official: textsAt(value, 'official'),
  };
}

function readList(node: Node | undefined): Statement['list'] {
  const id = textAt(node, 'id');
  const version = textAt(node, 'version');
  return id === undefined || version === undefined ? undefined : { id, version };
}

/** By section; inside a section in the order given. */
export function bySection(
  sections: readonly Section[],
  statements: readonly Statement[],
): ReadonlyMap<string, Statement> {
  const order = new Map(sections.map(({ id }, index) => [id, index]));
  const rank = ({ section }: Statement): number => order.get(section) ?? sections.length;
  const sorted = [...statements].sort((a, b) => rank(a) - rank(b));
  return new Map(sorted.map((statement) => [statement.id, statement]));
}

/** A name means one thing only: statements, groups and figures share their names with nothing else. */
export function checkSharedNames(tree: Node, names: Names): void {
  const first = new Map<string, Entry>();
  for (const kind of ['quantities', 'groups', 'statements']) {
    for (const entry of entriesOf(valueAt(tree, kind))) {
      const earlier = first.get(entry.key);
      if (earlier === undefined) first.set(entry.key, entry);
      else {
        names.report(
          finding('read/duplicate-key', `\`${entry.key}\` names two things in the catalogue`, {
            at: entry.keyAt,
            related: [{ at: earlier.keyAt, label: 'first named here' }],
            help: ['give one of the two another id'],
            data: { key: entry.key },
          }),
        );
      }
    }
  }
}

/** A statement by the id of a band would take its place. */
export function reportTakenBand(band: string, group: Entry, tree: Node, report: Report): void {
  const statement = entryOf(valueAt(tree, 'statements'), band);
  if (statement === undefined) return;
  report(
    finding('read/duplicate-key', `\`${band}\` names a band of \`${group.key}\` and a statement`, {
      at: statement.keyAt,
      related: [{ at: group.keyAt, label: 'the group' }],
      help: ['give the statement another id'],
      data: { key: band },
    }),
  );
}
