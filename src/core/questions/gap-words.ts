// Why an answer stays open, one gap at a time, and what would close it. Where an open input was made by a bill of
// its own, its gaps are followed down to those who can close them.

import { subjectsOf } from '../algebra/subjects.ts';
import { losable } from '../merge/parameter-names.ts';
import { behaviourIn, LOSES, WIDENS } from '../merge/rows.ts';
import type { Behaviour, Catalogue, Effect } from '../model/catalogue.ts';
import type { TraceGap } from '../model/trace.ts';
import {
  type Asked,
  type ExplainedGap,
  type GapWords,
  LEFT_OPEN,
  MAY_MAKE_UNTRUE,
  UNKNOWN_AFTER,
} from './gap.ts';
import { inputGapInWords } from './input-gap-words.ts';
import type { TraceView } from './view.ts';
import { listed, name } from './words.ts';

/** `told`: the bills whose gaps are told already; what several inputs are made by is followed once. */
export function explainGap(
  view: TraceView,
  gap: TraceGap,
  asked: Asked,
  path: readonly string[],
  told: Set<TraceView>,
): ExplainedGap {
  if (gap.kind === 'input') return inputGap(view, gap, asked, path, told);
  const { kind } = gap;
  const base = { kind, path, isMerged: false, below: [] };
  switch (gap.kind) {
    case 'process':
      return { ...base, ...processGap(view.catalogue, gap, asked) };
    case 'joint':
      return {
        ...base,
        of: 'the bill',
        inShort: 'joint not named',
        inWords: 'the bill does not say how the parts left over at its end are joined',
        closes: 'add a process to the bill that joins them',
      };
    case 'own-answer':
      return {
        ...base,
        of: 'the maker',
        inShort: 'not answered by the maker',
        inWords: 'the maker has not answered it',
        closes: `answer ${name(asked.id)} under \`answers\` in the bill`,
      };
    case 'own-use':
      return { ...base, ...ownUseGap(view.catalogue, gap) };
  }
}

type Words = GapWords & Pick<ExplainedGap, 'of'>;

function processGap(catalogue: Catalogue, gap: Extract<TraceGap, { kind: 'process' }>, asked: Asked): Words {
  const effect = catalogue.effects.get(gap.effect);
  const title = effect?.title ?? gap.effect;
  const of = `process ${name(gap.name)}`;
  const rule = ruleKindOf(catalogue, asked.id);
  const answerIt = `answer ${name(asked.id)} in the bill from knowledge of the product itself`;
  if (effect?.implicit === true) {
    return {
      of,
      inShort: 'joint not named',
      inWords: `process ${name(gap.name)} (${title}) does not say how the parts are joined`,
      closes: 'name an effect that says how the parts are joined',
    };
  }
  const said = effect === undefined ? new Set<Behaviour>() : saidOfAll(catalogue, effect, asked.subjects);
  if (rule === 'assert-refutable' && (said.has('judge') || said.has('replace'))) {
    return {
      of,
      inShort: MAY_MAKE_UNTRUE,
      inWords: `process ${name(gap.name)} (${title}) may make it untrue`,
      closes:
        'join or finish the parts in a way that leaves no doubt; made like this, the answer can only stay open or be FALSE',
    };
  }
  if ([...said].some((each) => WIDENS.has(each) || LOSES.has(each))) {
    return {
      of,
      inShort: LEFT_OPEN,
      inWords: `process ${name(gap.name)} (${title}) leaves it open`,
      closes: listed([...freeOf(catalogue, effect, asked), answerIt], 'or'),
    };
  }
  const conserves = effect?.parameters.some((parameter) => parameter.name === 'conserves') ?? false;
  return {
    of,
    inShort: UNKNOWN_AFTER,
    inWords: `after process ${name(gap.name)} (${title}) nothing is known of it`,
    closes: listed(
      [
        'name an effect that describes the process more closely',
        ...(conserves ? ['list under `conserves` what it leaves as it is'] : []),
        answerIt,
      ],
      'or',
    ),
  };
}

/** What leaves need not take any of it along. */
function freeOf(catalogue: Catalogue, effect: Effect | undefined, { subjects }: Asked): readonly string[] {
  if (effect?.parameters.some((parameter) => parameter.name === 'freeOf') !== true) return [];
  const lost = losable(catalogue, effect);
  const free = subjects.filter((subject) => lost.has(subject)).map(name);
  return free.length === 0
    ? []
    : [`list ${listed(free, 'and')} under \`freeOf\` if what leaves holds none of it`];
}

/** What the effect does to each of the subjects. */
function saidOfAll(
  catalogue: Catalogue,
  effect: Effect,
  subjects: readonly string[],
): ReadonlySet<Behaviour> {
  const asked = subjectsOf(catalogue).filter(({ id }) => subjects.includes(id));
  return new Set(asked.map((subject) => behaviourIn(effect, subject)));
}

function ruleKindOf(catalogue: Catalogue, id: string): string | undefined {
  const meaning = catalogue.statements.get(id)?.meaning;
  return meaning?.kind === 'plain' ? meaning.rule.kind : undefined;
}

function ownUseGap(catalogue: Catalogue, gap: Extract<TraceGap, { kind: 'own-use' }>): Words {
  const { quantity, left } = gap;
  const effects = [...catalogue.effects.values()]
    .filter((effect) => effect.adds === quantity)
    .map(({ id }) => name(id));
  if (left !== undefined) {
    const named = left.filter((process) => process !== '').map(name);
    const steps = [...named, ...(left.includes('') ? ['the joining of the parts left over at the end'] : [])];
    return {
      of: 'the maker',
      inShort: 'own use stated in part',
      inWords: `no process states what ${listed(steps)} ${steps.length === 1 ? 'adds' : 'add'} to ${name(quantity)}: a use covers what was done before to the part that it takes`,
      closes: `let the process with the effect ${listed(effects, 'or')} take what the last process gives, with all that the maker used up to then`,
    };
  }
  return {
    of: 'the maker',
    inShort: 'own use not stated',
    inWords: `the bill does not state what the maker's own production adds to ${name(quantity)}`,
    closes:
      effects.length === 0
        ? `state ${name(quantity)} in the bill`
        : `add a process with the effect ${listed(effects, 'or')} that states \`uses\``,
  };
}

function inputGap(
  view: TraceView,
  gap: Extract<TraceGap, { kind: 'input' }>,
  asked: Asked,
  path: readonly string[],
  told: Set<TraceView>,
): ExplainedGap {
  const input = view.inputs.get(gap.input);
  const sheet = input?.sheet;
  const behind = view.behind.get(gap.input);
  const isToldAbove = behind !== undefined && told.has(behind);
  const below =
    behind === undefined || isToldAbove ? [] : gapsBehind(behind, asked, [...path, gap.input], told);
  return {
    kind: 'input',
    path: [...path, gap.input],
    of: `input ${name(gap.input)}`,
    ...inputGapInWords(view, gap, asked, behind !== undefined),
    why: gap.why,
    isMerged: behind !== undefined,
    input: gap.input,
    ...(sheet === undefined ? {} : { maker: sheet.maker, sheet: `${sheet.id}:${sheet.revision}` }),
    below,
    ...(isToldAbove ? { isToldAbove } : {}),
  };
}

/** The gaps of every open answer that is read off the same subjects. */
function gapsBehind(
  view: TraceView,
  asked: Asked,
  path: readonly string[],
  told: Set<TraceView>,
): readonly ExplainedGap[] {
  told.add(view);
  const seen = new Set<string>();
  const gaps: ExplainedGap[] = [];
  for (const answer of view.trace.answers) {
    if (!answer.subjects.some((subject) => asked.subjects.includes(subject))) continue;
    for (const gap of answer.gaps) {
      const key = JSON.stringify(gap);
      if (seen.has(key)) continue;
      seen.add(key);
      gaps.push(explainGap(view, gap, asked, path, told));
    }
  }
  return gaps;
}

/** An input contradicts itself; were one side withdrawn, the answer could be decided. */
export function conflictGap(view: TraceView, input: string, path: readonly string[]): ExplainedGap {
  const sheet = view.inputs.get(input)?.sheet;
  const whom = sheet === undefined ? 'its maker' : name(sheet.maker);
  return {
    kind: 'conflict',
    path: [...path, input],
    of: `input ${name(input)}`,
    inShort: 'contradicts itself',
    inWords: `input ${name(input)} contradicts itself: were one side withdrawn, the answer could be decided`,
    closes: `ask ${whom} which of the answers holds`,
    isMerged: false,
    input,
    ...(sheet === undefined ? {} : { maker: sheet.maker, sheet: `${sheet.id}:${sheet.revision}` }),
    below: [],
  };
}
