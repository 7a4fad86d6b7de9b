// One entry of a catalogue with everything that is said of it, as facts that a terminal and a program both show.

import { absenceOf } from '../../core/model/absence.ts';
import type { Catalogue, Effect, Group, Quantity, Reference, Statement } from '../../core/model/catalogue.ts';
import type { Convention } from '../../core/model/convention.ts';
import { quantityComposition, statementComposition } from '../../core/questions/composition-words.ts';
import { exactly } from '../../core/values/interval.ts';
import { showRange, showRegion } from '../../core/values/show.ts';
import { facts, heading, paragraph } from '../frame.ts';
import type { Style } from '../palette.ts';
import { listInWords } from '../plural.ts';
import { displayWidth } from '../width.ts';
import { behaviourWords, meaningInWords, ruleInWords, ruleNamed } from './rule-words.ts';

export interface EntryView {
  readonly kind: 'statement' | 'group' | 'quantity' | 'effect' | 'convention';
  readonly id: string;
  readonly title: string;
  /** The sentence that is true or false, or what a process does. */
  readonly text?: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export function findEntry(catalogue: Catalogue, name: string): EntryView | undefined {
  const group = catalogue.groups.get(name);
  if (group !== undefined) return viewGroup(catalogue, group);
  const statement = catalogue.statements.get(name);
  if (statement !== undefined) return viewStatement(catalogue, statement);
  const effect = catalogue.effects.get(name);
  if (effect !== undefined) return viewEffect(catalogue, effect);
  const convention = catalogue.conventions.get(name);
  if (convention !== undefined) return viewConvention(catalogue, convention);
  const quantity = catalogue.quantities.get(name);
  return quantity === undefined ? undefined : viewQuantity(catalogue, quantity);
}

/** Every name that `findEntry` knows. */
export const entryNames = (catalogue: Catalogue): readonly string[] => [
  ...catalogue.groups.keys(),
  ...catalogue.statements.keys(),
  ...catalogue.effects.keys(),
  ...catalogue.conventions.keys(),
  ...catalogue.quantities.keys(),
];

export function renderEntry({ kind, id, title, text, facts: pairs }: EntryView, style: Style): string {
  const beside = `${title} (${kind})`;
  const fits = displayWidth(`${id}  ${beside}`) <= style.width;
  const head = `${heading(id, style)}${fits ? '  ' : '\n  '}${beside}`;
  const sentence = text === undefined ? [] : [paragraph(text, style, 2)];
  return `${[head, ...sentence, facts(pairs, style, 2)].join('\n\n')}\n`;
}

type Fact = readonly [string, string];

const factIf = (name: string, value: string | undefined): readonly Fact[] =>
  value === undefined || value === '' ? [] : [[name, value]];

function sectionOf(catalogue: Catalogue, id: string): string {
  const section = catalogue.sections.find((each) => each.id === id);
  return section === undefined ? id : `${section.number} ${section.title}`;
}

const showReferences = (references: readonly Reference[]): string =>
  references
    .map(({ standard, clause }) => (clause === undefined ? standard : `${standard}, ${clause}`))
    .join('\n');

/** What proves an answer, and a worked case. */
const adviceOf = ({ evidence, example }: Pick<Statement, 'evidence' | 'example'>): readonly Fact[] => [
  ...factIf('evidence', evidence),
  ...factIf('example', example),
];

function viewStatement(catalogue: Catalogue, statement: Statement): EntryView {
  const {
    id,
    title,
    text,
    section,
    guidance,
    level,
    meaning,
    falseMeans,
    cites,
    list,
    official,
    references,
    header,
  } = statement;
  const group = catalogue.groups.get(statement.group ?? '');
  const absence = absenceOf(statement, catalogue);
  return {
    kind: 'statement',
    id,
    title,
    text,
    facts: [
      ['section', sectionOf(catalogue, section)],
      ...factIf('group', statement.group),
      ['said of', level.replaceAll('-', ' ')],
      ...factIf('how to answer', guidance),
      ...adviceOf(group ?? statement),
      [
        'false means',
        falseMeans === 'negation'
          ? 'FALSE is a statement of fact: the opposite holds; it does not mean "not shown"'
          : 'FALSE only means that it is not claimed',
      ],
      ...factIf('true must cite', cites ? 'the standard, rule or list it relies on' : undefined),
      ...factIf(
        'must name the edition',
        absence === undefined ? undefined : `an answer ${absence.toUpperCase()}`,
      ),
      ...factIf('shown by', header?.shownBy.join('\n')),
      ...factIf('true needs', header?.needs.join('\n')),
      ...factIf('list', list === undefined ? undefined : `${list.id}/${list.version}`),
      ['follows', meaningInWords(meaning, catalogue)],
      ...factIf('composition', statementComposition(catalogue, statement)),
      ...factIf('official ids', official.join(', ')),
      ...factIf('see also', showReferences(references)),
    ],
  };
}

function viewGroup(catalogue: Catalogue, group: Group): EntryView {
  const quantity = catalogue.quantities.get(group.id);
  const first = catalogue.statements.get(group.bands[0]?.statement ?? '');
  const bands = group.bands.map((band) => `${band.id} (${band.label})`);
  return {
    kind: 'group',
    id: group.id,
    title: group.title,
    ...(first === undefined ? {} : { text: first.text.replace(group.bands[0]?.label ?? '', '(band)') }),
    facts: [
      ['section', sectionOf(catalogue, group.section)],
      ['bands', bands.join('\n')],
      ...factIf('how to answer', group.guidance),
      ...adviceOf(group),
      ...factIf('follows', quantity === undefined ? undefined : ruleInWords(quantity.rule)),
      ...factIf('composition', quantityComposition(catalogue, group.id)),
      ...factIf('official ids', group.official.join(', ')),
      ...factIf('see also', first === undefined ? undefined : showReferences(first.references)),
    ],
  };
}

/** A step as sheets write it, with its name in the language that is shown. */
const stepInWords = (step: string, name: string | undefined): string =>
  name === undefined ? step : `${step} (${name})`;

function viewQuantity(catalogue: Catalogue, { id, title, measure, domain, rule }: Quantity): EntryView {
  const decides = [...catalogue.statements.values()]
    .filter((statement) => 'quantity' in statement.meaning && statement.meaning.quantity === id)
    .map((statement) => statement.id);
  const values =
    measure.kind === 'number'
      ? showRange(domain, measure.dimension)
      : measure.kind === 'scale'
        ? measure.steps.map((step, index) => stepInWords(step, measure.names?.[index])).join(', ')
        : `${measure.kind === 'names' ? 'a list of names' : 'a name'}${measure.names.length === 0 ? '' : `: ${measure.names.join(', ')}`}`;
  return {
    kind: 'quantity',
    id,
    title,
    facts: [
      ['values', values],
      ['follows', ruleInWords(rule)],
      ...factIf('composition', quantityComposition(catalogue, id)),
      ...factIf('decides', decides.join('\n')),
    ],
  };
}

/** Of a loss and a yield one suffices. */
function neededInWords(required: readonly string[]): string {
  const quoted = required.map((each) => `\`${each}\``);
  const losses = ['`loses`', '`yield`'];
  if (!losses.every((each) => quoted.includes(each))) return listInWords(quoted);
  return listInWords([...quoted.filter((each) => !losses.includes(each)), listInWords(losses, 'or')]);
}

function viewEffect(catalogue: Catalogue, effect: Effect): EntryView {
  const { id, title, text, traits, parameters, levels, behaviours, adds, appliesRest, references } = effect;
  const { alsoCalled, keepsApart } = effect;
  const optional = parameters.filter((each) => !each.required).map((each) => each.name);
  const required = parameters.filter((each) => each.required).map((each) => each.name);
  const steps = [...levels].map(([quantity, step]) => {
    const measure = catalogue.quantities.get(quantity)?.measure;
    return `${quantity}: ${measure === undefined ? step : showRegion([{ lo: { n: BigInt(step), d: 1n }, loOpen: false, hi: { n: BigInt(step), d: 1n }, hiOpen: false }], measure)}`;
  });
  return {
    kind: 'effect',
    id,
    title,
    text,
    facts: [
      ...factIf('also called', alsoCalled.join(', ')),
      ...factIf('traits', traits.join(', ')),
      ...factIf('needs', neededInWords(required)),
      ...factIf('takes', listInWords(optional)),
      ...factIf('applies', appliesRest ? 'all parts but the first to the first' : undefined),
      ...factIf('keeps apart', keepsApart ? 'all parts but the first, as products of their own' : undefined),
      ...factIf('adds to', adds),
      ...factIf('levels', steps.join('\n')),
      [
        'does',
        [...behaviours]
          .map(([rule, behaviour]) => `${ruleNamed(rule)}: ${behaviourWords[behaviour]}`)
          .join('\n'),
      ],
      ['otherwise', 'nothing is known afterwards'],
      ...factIf('see also', showReferences(references)),
    ],
  };
}

function viewConvention(catalogue: Catalogue, convention: Convention): EntryView {
  const { id, title, text, settles, unlessTold, references } = convention;
  const figures = [...settles].map(([quantity, value]) => {
    const measure = catalogue.quantities.get(quantity)?.measure;
    return measure === undefined ? quantity : `${quantity}: ${showRegion([exactly(value)], measure)}`;
  });
  return {
    kind: 'convention',
    id,
    title,
    text,
    facts: [
      ['settles', figures.join('\n')],
      ['where', 'a sheet has no word about it, or there is no sheet'],
      ...factIf('unless it tells', unlessTold.join('\n')),
      ['counts', `only where a bill adopts it: conventions: [${id}]`],
      ['marked', 'every answer that would be open without it, as basis: convention'],
      ...factIf('see also', showReferences(references)),
    ],
  };
}
