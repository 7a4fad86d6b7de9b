// Why a sheet that was filled rather than merged answers as it does: who said so, in which line, and what stands
// behind it.

import { type Catalogue, type Group, vocabularyOf } from '../model/catalogue.ts';
import { type Answer, type Assurance, type AssuranceLevel, type Sheet, sheetName } from '../model/sheet.ts';
import { writeNames } from '../values/name-list.ts';
import { regionOf } from '../values/region.ts';
import { showRegion } from '../values/show.ts';
import { byConventionInWords, conventionsIn, markConvention } from './by-convention.ts';
import type { Declaration, DeclaredAnswer, ExplainedBand } from './explanation.ts';
import { figureExactly } from './figure-words.ts';
import { namesInWords } from './name-words.ts';
import { groupOutcome, groupShown, markOwn, outcomeFrom, outcomes } from './outcome.ts';
import { groupText } from './statement-words.ts';
import { reasonInWords } from './why.ts';
import { listed, name, numbered } from './words.ts';

/** What the sheet itself declares of a statement or a group; undefined where the catalogue has neither. */
export function explainDeclared(sheet: Sheet, id: string, catalogue: Catalogue): Declaration | undefined {
  const group = catalogue.groups.get(id);
  if (group !== undefined) return declareGroup(sheet, group, catalogue);
  const statement = catalogue.statements.get(id);
  if (statement === undefined) return undefined;
  const answer = sheet.answers.get(id);
  const label = catalogue.groups
    .get(statement.group ?? '')
    ?.bands.find((band) => band.statement === id)?.label;
  const said = answer === undefined ? [] : [declaredAnswer(sheet, answer, label ?? statement.title)];
  const outcome = answer === undefined ? 'silent' : outcomeFrom(answer.value);
  const isOwn = answer?.basis === 'own';
  return {
    ...about(sheet, id, 'statement', statement.title, statement.text),
    answer: outcome,
    shown: outcome === 'silent' ? 'NOT ANSWERED' : markAs(outcomes[outcome], isOwn, [answer]),
    isOwn,
    ...agreedOf([answer]),
    ...(answer?.reason === undefined ? {} : { reason: answer.reason }),
    why: answer === undefined ? silence : whyDeclared(answer, said),
    said,
    ...figureOf(sheet, 'quantity' in statement.meaning ? statement.meaning.quantity : id, catalogue),
  };
}

const silence = 'the sheet does not answer it: that says neither TRUE nor FALSE';

function declareGroup(sheet: Sheet, group: Group, catalogue: Catalogue): Declaration {
  const bands = declaredBands(sheet, group);
  const answers = group.bands.flatMap((band) => sheet.answers.get(band.statement) ?? []);
  const said = answers.map((answer) => {
    const label = group.bands.find((band) => band.statement === answer.statement)?.label ?? answer.statement;
    return declaredAnswer(sheet, answer, label);
  });
  const [first] = answers;
  const telling =
    answers.find((answer) => answer.value === 'true') ??
    answers.find((answer) => answer.value === 'unknown') ??
    first;
  const outcome = first === undefined ? 'silent' : groupOutcome(bands);
  const isOwn = isOwnGroup(telling);
  return {
    ...about(sheet, group.id, 'group', group.title, groupText(catalogue, group)),
    answer: outcome,
    shown: outcome === 'silent' ? 'NOT ANSWERED' : markAs(groupShown(bands), isOwn, answers),
    isOwn,
    ...agreedOf(answers),
    ...(telling?.reason === undefined ? {} : { reason: telling.reason }),
    why: telling === undefined ? silence : whyGroup(telling, bands, said),
    said: closestTo(said),
    ...figureOf(sheet, group.id, catalogue),
  };
}

const markAs = (shown: string, isOwn: boolean, answers: readonly (Answer | undefined)[]): string =>
  markConvention(markOwn(shown, isOwn), conventionsIn(answers));

function agreedOf(answers: readonly (Answer | undefined)[]): Pick<Declaration, 'conventions'> {
  const conventions = conventionsIn(answers);
  return conventions.length === 0 ? {} : { conventions };
}

/** A group is the maker's own claim where the band that holds is. */
const isOwnGroup = (telling: Answer | undefined): boolean =>
  telling?.basis === 'own' && telling.value !== 'false';

/** Where some bands are ruled out and nothing at all is said of the others, no reason is given either. */
function whyGroup(telling: Answer, bands: readonly ExplainedBand[], said: readonly DeclaredAnswer[]): string {
  const isOpen = groupOutcome(bands) === 'open' && telling.value === 'false';
  if (!isOpen) return whyDeclared(telling, said);
  const excluded = bands.filter((band) => band.answer === 'false').map((band) => band.label);
  return `the sheet rules out ${listed(excluded)} and leaves the others open`;
}

/** Every band of a group in a sheet; a band that is not answered is open as long as none holds. */
export function declaredBands(sheet: Sheet, group: Group): readonly ExplainedBand[] {
  const values = group.bands.map((band) => sheet.answers.get(band.statement)?.value ?? 'unknown');
  return group.bands.map(({ statement, label }, index) => ({
    statement,
    label,
    answer: outcomeFrom(values[index] ?? 'unknown'),
  }));
}

/** A group answered by one band says of all others that they are FALSE: one entry tells as much. */
function closestTo(said: readonly DeclaredAnswer[]): readonly DeclaredAnswer[] {
  const holds = said.filter((each) => each.answer === 'true');
  return holds.length > 0 && said.every((each) => each.line === said[0]?.line) ? holds : said;
}

const about = (sheet: Sheet, id: string, kind: Declaration['kind'], title: string, text: string) =>
  ({
    id,
    kind,
    title,
    text,
    sheet: sheetName(sheet),
    product: sheet.product.name,
    maker: sheet.maker.name,
    file: sheet.source,
  }) as const;

function declaredAnswer(sheet: Sheet, answer: Answer, label: string): DeclaredAnswer {
  const { statement, basis, conventions, references, evidence, list, custody, note, assurance, at } = answer;
  const level = assurance?.level ?? sheet.assurance;
  return {
    statement,
    label,
    answer: outcomeFrom(answer.value),
    line: at.start.line,
    assurance: { level, inWords: assuranceInWords(level, assurance, sheet.inputs.length > 0) },
    ...(basis === undefined ? {} : { basis }),
    ...(conventions === undefined ? {} : { conventions }),
    references,
    evidence,
    ...(list === undefined ? {} : { list }),
    ...(custody === undefined ? {} : { custody }),
    ...(note === undefined ? {} : { note }),
  };
}

/** What `basis: own` says. */
const OWN_BASIS = "the maker's own claim, which does not follow from the inputs";

export const levelWords: Readonly<Record<AssuranceLevel, string>> = {
  'self-declared': 'declared by the maker itself',
  'second-party': 'checked by a second party',
  'third-party': 'verified by a third party',
};

/** `isMerged`: the sheet does not say whether an answer is its maker's own or follows from suppliers' answers. */
function assuranceInWords(
  level: AssuranceLevel,
  assurance: Assurance | undefined,
  isMerged: boolean,
): string {
  const { by, scheme, date, validUntil } = assurance ?? {};
  return [
    isMerged && level === 'self-declared' ? level : levelWords[level],
    ...(by === undefined ? [] : [`by ${name(by)}`]),
    ...(scheme === undefined ? [] : [`under ${name(scheme)}`]),
    ...(date === undefined ? [] : [`on ${date}`]),
    ...(validUntil === undefined ? [] : [`valid until ${validUntil}`]),
  ].join(', ');
}

/** The answer in one sentence. */
function whyDeclared(answer: Answer, said: readonly DeclaredAnswer[]): string {
  const noted = answer.note === undefined ? '' : `, with the note: ${name(answer.note)}`;
  if (answer.value === 'unknown') return `${reasonInWords(answer.reason)}${noted}`;
  if (answer.value === 'not-applicable') return `the maker says that it does not apply${noted}`;
  const told = said.find((each) => each.statement === answer.statement);
  return [told?.assurance.inWords ?? '', ...basisInWords(answer), ...supportOf(answer)].join('; ');
}

/** What an answer says that it rests on besides the inputs. */
export function basisInWords({ basis, conventions = [] }: AnswerDetailsOf): readonly string[] {
  if (basis === undefined) return [];
  return [basis === 'own' ? OWN_BASIS : byConventionInWords(conventions)];
}

type AnswerDetailsOf = Pick<Answer, 'basis' | 'conventions'>;

function supportOf({ evidence, references, list, note }: Answer): readonly string[] {
  return [
    ...(evidence.length === 0 ? [] : [`${numbered(evidence.length, 'piece', 'pieces')} of evidence`]),
    ...(references.length === 0 ? [] : [`with reference to ${listed(references.map(name))}`]),
    ...(list === undefined ? [] : [`against ${name(list)}`]),
    ...(note === undefined ? [] : [`with the note: ${name(note)}`]),
  ];
}

function figureOf(sheet: Sheet, id: string, catalogue: Catalogue): Pick<Declaration, 'figure'> {
  const entry = sheet.quantities.get(id);
  const measure = catalogue.quantities.get(id)?.measure;
  if (entry === undefined || measure === undefined) return {};
  const line = entry.at.start.line;
  if (entry.value.kind === 'name') {
    return { figure: { value: entry.value.name, inWords: name(entry.value.name), line } };
  }
  if (entry.value.kind === 'names') {
    const { names } = entry.value;
    const vocabulary = vocabularyOf(measure);
    return {
      figure: { value: writeNames(names, vocabulary), inWords: namesInWords(names, vocabulary), line },
    };
  }
  const region = regionOf(entry.value.range);
  return {
    figure: { value: showRegion(region, measure, true), inWords: figureExactly(region, measure), line },
  };
}
