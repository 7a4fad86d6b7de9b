// The answer in one sentence: what a reader gets who reads nothing else.

import type { OpenReason } from '../model/sheet.ts';
import { glanceAt, shareSentence } from './composition.ts';
import type { ExplainedPart } from './explained-part.ts';
import type { Outcome } from './explanation.ts';
import { type ExplainedGap, gapsAtTheEnd } from './gap.ts';
import type { ExplainedGround } from './ground-words.ts';
import { isIgnorance } from './ignorance.ts';
import { outcomes } from './outcome.ts';
import type { OwnClaim } from './own-claim.ts';
import type { SubjectView } from './subject-view.ts';
import { counted, listed, listedUpTo, name } from './words.ts';

export interface Told {
  readonly answer: Outcome;
  readonly reason?: OpenReason | undefined;
  readonly rests: readonly ExplainedGround[];
  readonly gaps: readonly ExplainedGap[];
  /** How many inputs the product has. */
  readonly inputs: number;
  readonly changedBy: readonly string[];
  readonly constraints: readonly string[];
  /** A group or one of its bands, rather than a threshold. */
  readonly isBanded: boolean;
  /** The one figure it is read off, if it is read off one. */
  readonly figure?: { readonly of: SubjectView; readonly tree: ExplainedPart } | undefined;
  /** Where the maker's claim decides it. */
  readonly own?: OwnClaim | undefined;
  /** What the figure says of the answer: `so it lies within >25-50 %`. */
  readonly verdict?: string | undefined;
}

export function whyInOneSentence(told: Told): string {
  const sentence = sentenceFor(told);
  const others = told.rests.filter(({ inWords }) => !sentence.includes(inWords));
  return [sentence, ...notesInShort(others)].join('; ');
}

const MOST_NOTES = 3;

/** What suppliers and the maker add to their answers often says what the answer alone would not: an exemption. */
function notesInShort(rests: readonly ExplainedGround[]): readonly string[] {
  const notes = rests.flatMap(({ note, input }) =>
    note === undefined
      ? []
      : [`${input === undefined ? 'the maker' : `input ${name(input)}`} notes: ${name(note)}`],
  );
  const each = [...new Set(notes)];
  return each.length === 0 ? [] : [listedUpTo(each, MOST_NOTES, 'note')];
}

function sentenceFor(told: Told): string {
  const { answer, figure, own } = told;
  if (answer === 'not-applicable') return 'the maker says that it does not apply';
  if (answer === 'blocked') return blockedSentence(figure?.tree);
  const withheld = reasons[told.reason ?? 'undetermined'];
  if (answer === 'open' && withheld !== undefined && told.gaps.length === 0) return withheld;
  if (figure !== undefined && figure.of.subject.rule === 'fraction' && told.isBanded)
    return shareWhy(told, figure);
  if (figure?.of.subject.rule === 'fraction' && glanceAt(figure.of, figure.of.subject.value) !== 'unknown')
    return thresholdWhy(told, figure);
  if (answer === 'open') return openBecause(told);
  return own === undefined ? decidedBecause(told) : claimed(told, own);
}

/** Reasons that the maker gives; the others are said by the gaps. */
const reasons: Readonly<Partial<Record<OpenReason, string>>> = {
  withheld: 'the maker knows the answer and keeps it back',
  'not-known': 'the maker does not know the answer',
  'not-yet-answered': 'the maker has not answered it yet',
  'missing-sheet': 'a sheet that it depends on is missing',
};

export const reasonInWords = (reason: OpenReason | undefined): string =>
  reasons[reason ?? 'undetermined'] ?? 'it does not follow from what is known';

function shareWhy(told: Told, { of, tree }: NonNullable<Told['figure']>): string {
  const { value } = of.subject;
  if (told.answer === 'open' && glanceAt(of, value) === 'unknown')
    return openBecause({ ...told, figure: undefined });
  // The maker's own answers and the constraints may know more than the inputs do.
  const more = value === tree.value ? '' : `; ${beyondInputs(told)} to ${glanceAt(of, value)}`;
  const verdict = told.verdict === undefined ? '' : `, ${told.verdict}`;
  return `${shareSentence(of, tree)}${more}${verdict}`;
}

/** What the figure is made up of is told with its group. */
const thresholdWhy = ({ verdict }: Told, { of }: NonNullable<Told['figure']>): string =>
  `${name(of.subject.id)} is ${glanceAt(of, of.subject.value)}${verdict === undefined ? '' : `, ${verdict}`}`;

function beyondInputs({ rests, constraints, gaps }: Told): string {
  if (gaps.some((gap) => gap.kind === 'own-use')) return 'widened by an own use that is not stated';
  const own = rests.some((ground) => ground.kind === 'own') ? ["the maker's own answer"] : [];
  const held = constraints.length > 0 ? ['what the catalogue says of sums and bands'] : [];
  return `narrowed by ${listed([...own, ...held]) || 'everything else that is known'}`;
}

/** What the maker claims never reads like something worked out. */
function claimed(told: Told, { fromInputs, isUnrefuted, support }: OwnClaim): string {
  const others = told.rests.filter((ground) => ground.kind !== 'own');
  const claim = `the maker says so${support}`;
  if (isUnrefuted) return `${claim}; no input and no process speaks against it`;
  const from = others.length === 0 ? '' : `; together with ${whoInShort(others, told.inputs)}`;
  if (fromInputs === undefined) return `${claim}${from}`;
  return `${claim}${from}; from the inputs alone it would be ${outcomes[fromInputs]}`;
}

function decidedBecause(told: Told): string {
  const { figure, verdict } = told;
  const grounds = groundsInShort(told);
  if (figure?.of.measure === undefined) return grounds;
  const { of } = figure;
  const says = verdict === undefined ? '' : `, ${verdict}`;
  return `${name(of.subject.id)} is ${glanceAt(of, of.subject.value)}${says}; ${grounds}`;
}

/** One ground in full, several by who they come from. */
function groundsInShort({ rests, inputs: count }: Told): string {
  const [only, ...more] = rests;
  if (only === undefined) return 'it follows from the bill alone';
  if (more.length === 0) return only.kind === 'own' ? 'the maker says so' : `because ${becauseOf(only)}`;
  return `it follows from ${whoInShort(rests, count)}`;
}

function whoInShort(rests: readonly ExplainedGround[], count: number): string {
  const processes = rests
    .filter((ground) => ground.kind === 'process')
    .map((ground) => name(ground.process ?? ''));
  const inputs = [...new Set(rests.flatMap((ground) => ground.input ?? []))].map(name);
  const own = rests.some((ground) => ground.kind === 'own') ? ["the maker's own word"] : [];
  return listed([
    ...own,
    ...inputsInShort(inputs, count),
    ...(processes.length === 0
      ? []
      : [
          `${processes.length === 1 ? 'process' : 'processes'} ${listedUpTo(processes, 3, 'process', 'processes')}`,
        ]),
  ]);
}

function inputsInShort(inputs: readonly string[], all: number): readonly string[] {
  if (inputs.length === 0) return [];
  if (inputs.length === all) return all === 1 ? ['the only input'] : ['all inputs together'];
  return [`${inputs.length === 1 ? 'input' : 'inputs'} ${listedUpTo(inputs, 4, 'input')}`];
}

const becauseOf = (ground: ExplainedGround): string =>
  ground.kind === 'process' ? `of ${ground.inWords}` : ground.inWords;

function openBecause({ gaps, reason, figure }: Told): string {
  const ends = [...gapsAtTheEnd(gaps)].sort((a, b) => weightOf(a) - weightOf(b));
  const [only, ...more] = ends;
  if (only === undefined) return reasonInWords(reason);
  if (more.length === 0 && only.kind === 'own-answer') return only.inWords;
  const inShort = [...new Set(ends.map((gap) => shortly(gap)))];
  const glance = figure?.of.measure === undefined ? 'unknown' : glanceAt(figure.of, figure.of.subject.value);
  const says = figure !== undefined && isIgnorance(figure.of, figure.of.subject.value) ? 'not known' : glance;
  const known = glance === 'unknown' ? '' : `${name(figure?.of.subject.id ?? '')} is ${says}: `;
  return `${known}open because of ${listedUpTo(inShort, 3, 'reason')}`;
}

/** What is wholly missing is told before what is only wide. */
const weights: Readonly<Record<string, number>> = {
  missing: 0,
  expired: 1,
  disregarded: 2,
  silent: 4,
  range: 5,
  alternative: 5,
  optional: 6,
};
const weightOf = ({ why }: ExplainedGap): number => (why === undefined ? 3 : (weights[why] ?? 3));

export const shortly = (gap: ExplainedGap): string =>
  gap.kind === 'own-answer' ? 'the maker (has not answered it)' : `${whoseGap(gap)} (${gap.inShort})`;

/** Whoever has to close a gap: an input of the part it goes into, a process of its bill. */
export function whoseGap({ of, path, input }: ExplainedGap): string {
  const tiers = input === undefined ? path : path.slice(0, -1);
  return [of, ...[...tiers].reverse().map(name)].join(' of ');
}

function blockedSentence(tree: ExplainedPart | undefined): string {
  const refuting = tree === undefined ? [] : refutersIn(tree);
  const who = refuting.length === 0 ? 'something' : listed(refuting);
  return `the maker asserts it, but ${who} refutes it: nothing is published until one of them gives way`;
}

/** Where an assertion was first refuted: inputs that deny it, processes that make it untrue. */
function refutersIn(part: ExplainedPart): readonly string[] {
  if (part.value !== 'false') return [];
  const below = part.parts.flatMap(refutersIn);
  if (below.length > 0) return below;
  const title = part.process === undefined ? '' : ` (${part.process.title})`;
  return [
    part.kind === 'input'
      ? `input ${name(part.part)}`
      : `process ${name(part.process?.name ?? part.part)}${title}`,
  ];
}

/** `so three bands stay open`. */
export const bandVerdict = (open: number): string => `so ${counted(open, 'band')} stay open`;
