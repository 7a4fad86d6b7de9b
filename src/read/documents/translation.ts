// A translation document to what it means: every id is looked up in the catalogue that it translates.

import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Translation, Wording } from '../../core/model/translation.ts';
import { type Finding, finding, type Result } from '../../core/text/finding.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';
import { type Known, reportUnknown } from './catalogue-names.ts';
import { entriesOf, type Report, textAt } from './fields.ts';
import { unknownCatalogue } from './resolve.ts';

export function readTranslation(
  tree: Node,
  findCatalogue: (name: string) => Catalogue | undefined,
  knownCatalogues: readonly string[],
): Result<Translation | undefined> {
  const findings: Finding[] = [];
  const report: Report = (found) => findings.push(found);
  const written = valueAt(tree, 'catalogue');
  const name = textAt(tree, 'catalogue');
  const language = textAt(tree, 'language');
  if (name === undefined || language === undefined) return { value: undefined, findings };
  const catalogue = findCatalogue(name);
  if (catalogue === undefined) {
    if (written !== undefined) report(unknownCatalogue(name, knownCatalogues, written.at));
    return { value: undefined, findings };
  }
  const wordings = (key: string, what: string, known: Known, entries = entriesOf(valueAt(tree, key))) =>
    new Map(knownEntries(entries, what, known, report).map((entry) => [entry.key, wordingOf(entry)]));
  const statements = withoutBands(entriesOf(valueAt(tree, 'statements')), catalogue, report);
  return {
    value: {
      catalogue: name,
      language,
      sections: wordings('sections', 'section', new Set(catalogue.sections.map(({ id }) => id))),
      scales: readScales(valueAt(tree, 'scales'), catalogue, report),
      quantities: wordings('quantities', 'quantity', ownQuantities(catalogue)),
      groups: wordings('groups', 'group', catalogue.groups),
      statements: wordings('statements', 'statement', singleStatements(catalogue), statements),
      effects: wordings('effects', 'effect', catalogue.effects),
      conventions: wordings('conventions', 'convention', catalogue.conventions),
    },
    findings,
  };
}

function knownEntries(
  entries: readonly Entry[],
  what: string,
  known: Known,
  report: Report,
): readonly Entry[] {
  return entries.filter(({ key, keyAt }) => {
    if (!known.has(key)) reportUnknown(key, what, known.keys(), keyAt, report);
    return known.has(key);
  });
}

/** A band has no texts of its own. */
function withoutBands(
  entries: readonly Entry[],
  { statements }: Catalogue,
  report: Report,
): readonly Entry[] {
  return entries.filter(({ key, keyAt }) => {
    const group = statements.get(key)?.group;
    if (group === undefined) return true;
    report(
      finding('catalogue/unknown-name', `\`${key}\` is a band, and bands have the texts of their group`, {
        at: keyAt,
        help: [`translate \`${group}\` under \`groups\``],
        data: { name: key, what: 'statement', near: [group] },
      }),
    );
    return false;
  });
}

const parts = ['title', 'text', 'guidance', 'evidence', 'example'] as const;

const wordingOf = ({ value }: Entry): Wording =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const text = textAt(value, part);
      return text === undefined ? [] : [[part, text]];
    }),
  );

/** A group has the title of its quantity, so only the others are translated by themselves. */
const ownQuantities = ({ quantities, groups }: Catalogue): ReadonlySet<string> =>
  new Set([...quantities.keys()].filter((id) => !groups.has(id)));

const singleStatements = ({ statements }: Catalogue): ReadonlySet<string> =>
  new Set([...statements.values()].filter(({ group }) => group === undefined).map(({ id }) => id));

function readScales(node: Node | undefined, catalogue: Catalogue, report: Report): Translation['scales'] {
  const known = new Map(
    [...catalogue.quantities.values()].flatMap(({ measure }) =>
      measure.kind === 'scale' && measure.id !== undefined ? [[measure.id, new Set(measure.steps)]] : [],
    ),
  );
  return new Map(
    knownEntries(entriesOf(node), 'scale', known, report).map(({ key, value }) => {
      const steps = knownEntries(entriesOf(value), `step of \`${key}\``, known.get(key) ?? new Set(), report);
      return [key, new Map(steps.map((step) => [step.key, textAt(value, step.key) ?? '']))];
    }),
  );
}
