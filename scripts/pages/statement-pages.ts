// The pages of docs/statements: what the catalogue says of each statement and group, for people who answer it.

import {
  type Catalogue,
  catalogueName,
  type Quantity,
  type Section,
  type Statement,
} from '../../src/core/model/catalogue.ts';
import { type Constraint, excludedBy, isLogical } from '../../src/core/model/constraint.ts';
import { quantityComposition, statementComposition } from '../../src/core/questions/composition-words.ts';
import { constraintInWords, quantityRule, statementRule } from '../../src/core/questions/rule-words.ts';
import { capitalised, listed, name } from '../../src/core/questions/words.ts';
import { writtenUnit } from '../../src/core/values/quantity.ts';

export interface Page {
  readonly file: string;
  readonly text: string;
}

/** A group, or a statement that stands by itself. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly isGroup: boolean;
  /** The statement itself, or the first band of the group. */
  readonly statement: Statement;
}

export function statementPages(catalogue: Catalogue): readonly Page[] {
  const pages = catalogue.sections.flatMap((section) =>
    entriesOf(catalogue, section).map((entry) => ({
      file: `${entry.id}.md`,
      text: linked(catalogue, entry.id, pageOf(catalogue, section, entry)),
    })),
  );
  return [{ file: 'README.md', text: indexOf(catalogue) }, ...pages];
}

function entriesOf(catalogue: Catalogue, section: Section): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const statement of catalogue.statements.values()) {
    const id = statement.group ?? statement.id;
    if (statement.section !== section.id || entries.has(id)) continue;
    const group = catalogue.groups.get(id);
    entries.set(id, { id, title: (group ?? statement).title, isGroup: group !== undefined, statement });
  }
  return [...entries.values()];
}

function indexOf(catalogue: Catalogue): string {
  const sections = catalogue.sections.map((section) => {
    const rows = entriesOf(catalogue, section).map(({ id, title, isGroup, statement }) => {
      const kind = isGroup ? `${catalogue.groups.get(id)?.bands.length ?? 0} bands` : '';
      return `| [\`${id}\`](${id}.md) | ${title} | ${levelOf(statement)} | ${kind} |\n`;
    });
    return `## ${section.number} ${section.title}\n\n| id | title | said of | |\n|---|---|---|---|\n${rows.join('')}`;
  });
  const count = catalogue.sections.flatMap((section) => entriesOf(catalogue, section)).length;
  return `# Statements of ${catalogueName(catalogue)}

${catalogue.note}

${count} entries; a group of bands counts as one. The same in the terminal: \`loopsheet catalogue show <id>\`, in German or
French with \`--lang de\` or \`--lang fr\`.

${sections.join('\n')}`;
}

function pageOf(catalogue: Catalogue, section: Section, entry: Entry): string {
  const { id, title, isGroup, statement } = entry;
  const group = catalogue.groups.get(id);
  const { guidance, evidence, example } = group ?? statement;
  const text = isGroup ? statement.text.replace(group?.bands[0]?.label ?? '', '(band)') : statement.text;
  const parts = [
    `# ${title}`,
    `\`${id}\`, ${isGroup ? 'group' : 'statement'} in section ${section.number}, ${section.title}`,
    `> ${text}`,
    chapter('How to answer', [guidance]),
    chapter('Evidence', evidence === undefined ? [] : [evidence]),
    chapter('Example', example === undefined ? [] : [example]),
    chapter('Bands', bandsOf(catalogue, id)),
    chapter('How it follows', followsFrom(catalogue, entry).map(asItem)),
    chapter('What a composition tells', compositionOf(catalogue, entry).map(asItem)),
    chapter('What it is tied to', tiesOf(catalogue, id).map(asItem)),
    chapter('Facts', factsOf(catalogue, entry).map(asItem)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const chapter = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;

const asItem = (text: string): string => `- ${text}`;

function bandsOf(catalogue: Catalogue, id: string): readonly string[] {
  const bands = catalogue.groups.get(id)?.bands ?? [];
  if (bands.length === 0) return [];
  return ['| band | share |', '|---|---|', ...bands.map((band) => `| \`${band.id}\` | ${band.label} |`)];
}

function followsFrom(catalogue: Catalogue, { id, isGroup, statement }: Entry): readonly string[] {
  const sentences = isGroup ? quantityRule(catalogue, id) : statementRule(catalogue, statement);
  const { meaning } = statement;
  const figure = 'quantity' in meaning ? catalogue.quantities.get(meaning.quantity) : undefined;
  const isOther = figure !== undefined && !catalogue.groups.has(figure.id);
  return [...sentences, ...(isOther ? [`The figure ${name(figure.id)}: ${figureInWords(figure)}`] : [])];
}

function compositionOf(catalogue: Catalogue, { id, isGroup, statement }: Entry): readonly string[] {
  const told = isGroup ? quantityComposition(catalogue, id) : statementComposition(catalogue, statement);
  return told === undefined ? [] : [capitalised(told)];
}

function figureInWords({ title, measure }: Quantity): string {
  if (measure.kind === 'number') return `${title}, in ${writtenUnit(measure.dimension)}`;
  return measure.kind === 'scale' ? `${title}: ${listed(measure.steps.map(name), 'or')}` : title;
}

/** Constraints that name the entry, and what is derived from it. */
function tiesOf(catalogue: Catalogue, id: string): readonly string[] {
  const constraints = catalogue.constraints
    .filter((constraint) => namesOf(constraint).some((each) => each === id || each.startsWith(`${id}/`)))
    .map((constraint) => constraintInWords(catalogue, constraint.id));
  const derived = [...catalogue.statements.values()].filter(
    ({ group, meaning }) => group === undefined && sourcesOf(meaning).includes(id),
  );
  const decides = derived.length === 0 ? [] : [`it decides ${listed(derived.map((each) => name(each.id)))}`];
  return [...constraints, ...decides];
}

const namesOf = (constraint: Constraint): readonly string[] =>
  isLogical(constraint)
    ? excludedBy(constraint).map(({ statement }) => statement)
    : constraint.terms.map(({ quantity }) => quantity);

function sourcesOf(meaning: Statement['meaning']): readonly string[] {
  if ('quantity' in meaning) return [meaning.quantity];
  return meaning.kind === 'expression' ? meaning.expression.of : [];
}

const levelOf = ({ level }: Statement): string => level.replaceAll('-', ' ');

function factsOf(catalogue: Catalogue, { id, isGroup, statement }: Entry): readonly string[] {
  const { cites, list, references, falseMeans } = statement;
  const official = isGroup ? (catalogue.groups.get(id)?.official ?? []) : statement.official;
  return [
    `Said of: ${levelOf(statement)}`,
    falseMeans === 'negation'
      ? 'FALSE says that it is not so; silence says nothing'
      : 'FALSE says only that it is not claimed',
    ...(cites ? ['TRUE must name the standard, rule or list that it relies on'] : []),
    ...headerFacts(statement),
    ...(list === undefined ? [] : [`List: ${list.id}, edition ${list.version}`]),
    ...(official.length === 0 ? [] : [`Ids in the official template: ${official.join(', ')}`]),
    ...(references.length === 0
      ? []
      : [
          `References: ${references.map(({ standard, clause }) => (clause === undefined ? standard : `${standard}, ${clause}`)).join('; ')}`,
        ]),
  ];
}

/** What the header of the sheet says of it. */
function headerFacts({ header }: Statement): readonly string[] {
  const { shownBy, needs } = header ?? { shownBy: [], needs: [] };
  return [
    ...(shownBy.length === 0
      ? []
      : [`Shown by: ${listed(shownBy.map(name), 'or')} in the header of the sheet`]),
    ...(needs.length === 0
      ? []
      : [`TRUE needs: ${listed(needs.map(name), 'or')} in the header of the sheet`]),
  ];
}

/** Names of other entries lead to their pages. */
const linked = (catalogue: Catalogue, own: string, text: string): string =>
  text.replace(/`([a-z-]+\.[a-z0-9-]+)(?:\/[0-9-]+)?`/g, (found, id: string) =>
    id !== own && (catalogue.groups.has(id) || catalogue.statements.has(id)) ? `[${found}](${id}.md)` : found,
  );
