// The way from inputs to product as a tree in the terminal. Steps that changed nothing are folded into the part
// they left alone, parts that say the same are folded into one line, and what lies deep is counted.

import type { ExplainedPart } from '../../core/questions/explained-part.ts';
import type { Style } from '../palette.ts';
import { listInWords, plural } from '../plural.ts';
import { displayWidth } from '../width.ts';
import { massText, shareText } from './amounts.ts';
import { factsOf, partsBehind } from './part-facts.ts';
import { saidText } from './report-words.ts';
import { wrapWords } from './wrap.ts';

const DEEPEST = 8;
/** So many inputs side by side that say the same are shown one by one; more are folded. */
const MOST_ALIKE = 3;
const MOST_NAMES = 3;
const NARROWEST = 24;
const WIDEST = 110;

/** A part with the steps behind it that left it as it was. */
interface Shown extends ExplainedPart {
  readonly unchangedBy: readonly string[];
}

/** `weighs`: amounts bear on the figure, so they are shown. */
export function partTree(root: ExplainedPart, weighs: boolean, style: Style, indent: string): string {
  const page = { style, weighs, told: new Set<string>() };
  return nodeLines(foldSteps(root), page, { first: indent, rest: indent }, []).join('\n');
}

interface Page {
  readonly style: Style;
  readonly weighs: boolean;
  /** Sentences that hold of many steps and are told once. */
  readonly told: Set<string>;
}

interface Prefix {
  /** Before the first line of a part, and before all lines that follow. */
  readonly first: string;
  readonly rest: string;
}

/** A step that took one part and gave it on with the same value is told in a few words. */
function foldSteps(part: ExplainedPart): Shown {
  const unchangedBy: string[] = [];
  let inner = part;
  while (isUnchanged(inner)) {
    if (inner.process !== undefined) unchangedBy.unshift(stepName(inner));
    inner = inner.parts[0] ?? inner;
  }
  const { mass, share, weight } = part;
  return {
    ...inner,
    ...(mass === undefined ? {} : { mass }),
    ...(share === undefined ? {} : { share }),
    ...(weight === undefined ? {} : { weight }),
    unchangedBy,
  };
}

const isUnchanged = ({ parts, before, behaviour, value }: ExplainedPart): boolean =>
  parts.length === 1 && before === undefined && behaviour !== 'unknown' && parts[0]?.value === value;

function stepName({ process }: ExplainedPart): string {
  const loss = process?.loses === undefined ? '' : `, which loses ${massText(process.loses)}`;
  return `\`${process?.name ?? ''}\`${loss}`;
}

/** `above`: the parts that it is told within, from the product down. */
function nodeLines(
  part: Shown,
  page: Page,
  prefix: Prefix,
  above: readonly ExplainedPart[],
): readonly string[] {
  const { style } = page;
  if (isUniform(part)) {
    const text = `${headOf(part, page, above)} throughout (${plural(factsOf(part).inputs, 'input')})`;
    return laid(text, style, prefix, '    ');
  }
  const maker = makerOf(part);
  const children = childrenOf(maker ?? part);
  const under = `${prefix.rest}${children.length > 0 ? '│' : ' '}  `;
  const lines = [
    ...laid(headOf(part, page, above), style, prefix, '    '),
    ...[...(maker === undefined ? [] : sourceOf(part)), ...detailsOf(maker ?? part, page)].flatMap((detail) =>
      laid(detail, style, { first: under, rest: under }, '  ', style.palette.faint),
    ),
  ];
  if (children.length === 0) return lines;
  if (above.length >= DEEPEST) {
    const hidden = `${plural(factsOf(part).inputs, 'input')} further down`;
    return [...lines, ...laid(hidden, style, { first: `${prefix.rest}└─ `, rest: under }, '')];
  }
  const entries = foldAlike(children);
  return [
    ...lines,
    ...entries.flatMap((entry, index) => {
      const isLast = index === entries.length - 1;
      const next = {
        first: `${prefix.rest}${isLast ? '└─' : '├─'} `,
        rest: `${prefix.rest}${isLast ? ' ' : '│'}  `,
      };
      return typeof entry === 'string'
        ? laid(entry, style, next, '  ')
        : nodeLines(entry, page, next, [...above, part]);
    }),
  ];
}

/** What the bill behind an input gave, where that says no more than the input itself and bears its name. */
function makerOf({ made, part, inWords }: Shown): Shown | undefined {
  const shown = made === undefined ? undefined : foldSteps(made);
  return shown?.part === part && shown.inWords === inWords ? shown : undefined;
}

/** A part that keeps its name through a step, or behind its own bill, is told apart from what it becomes. */
function nameOf({ kind, part }: Shown, above: readonly ExplainedPart[]): string {
  if (kind === 'own-use') return `own use in \`${part}\``;
  const next = above.at(-1);
  if (next?.part !== part) return part;
  return next.made === undefined ? `${part} before that` : 'what its own bill gives';
}

/** Several inputs that all say what the part itself is said to be: no more is told of them. */
function isUniform(part: ExplainedPart): boolean {
  const { inputs, throughout } = factsOf(part);
  return inputs > 1 && throughout !== undefined;
}

const childrenOf = (part: ExplainedPart): readonly Shown[] => partsBehind(part).map(foldSteps);

function foldAlike(children: readonly Shown[]): readonly (Shown | string)[] {
  const alike = new Map<string, Shown[]>();
  for (const child of children) {
    const key = isPlainInput(child) ? `${child.input?.state} ${child.inWords}` : '';
    alike.set(key, [...(alike.get(key) ?? []), child]);
  }
  const told = new Set<string>();
  return children.flatMap((child): readonly (Shown | string)[] => {
    const key = isPlainInput(child) ? `${child.input?.state} ${child.inWords}` : '';
    const same = alike.get(key) ?? [];
    if (key === '' || same.length <= MOST_ALIKE) return [child];
    if (told.has(key)) return [];
    told.add(key);
    return [foldedLine(same)];
  });
}

const isPlainInput = (part: Shown): boolean =>
  part.kind === 'input' && part.made === undefined && part.unchangedBy.length === 0;

function foldedLine(same: readonly Shown[]): string {
  const names = same.slice(0, MOST_NAMES).map((part) => part.part);
  const more = same.length - names.length;
  const state = same[0]?.input?.state === 'missing' ? ' (no sheet)' : '';
  return `${plural(same.length, 'input')}: ${same[0]?.inWords ?? ''}${state} (${names.join(', ')} and ${more} more)`;
}

function headOf(part: Shown, { weighs }: Page, above: readonly ExplainedPart[]): string {
  const share = part.share === undefined ? '' : ` (${shareText(part.share)})`;
  const amount = part.weight?.inWords ?? (part.mass === undefined ? undefined : massText(part.mass));
  const told = weighs && amount !== undefined ? `, ${amount}${share}` : '';
  return `${nameOf(part, above)}${told}: ${part.inWords}`;
}

function detailsOf(part: Shown, { weighs, told }: Page): readonly string[] {
  return [
    ...sourceOf(part),
    ...(part.unchangedBy.length === 0 ? [] : [`unchanged by ${listInWords(part.unchangedBy)}`]),
    ...processDetails(part, weighs),
    ...part.workings.filter((each) => !told.has(each)).map((each) => remember(told, each)),
  ];
}

function remember(told: Set<string>, sentence: string): string {
  told.add(sentence);
  return sentence;
}

function sourceOf({ input, made }: Shown): readonly string[] {
  if (input === undefined) return [];
  return [...(input.optional === true ? ['the product may be without it'] : []), ...sheetOf(input, made)];
}

function sheetOf(input: NonNullable<Shown['input']>, made: Shown['made']): readonly string[] {
  if (input.state === 'missing') return ['no sheet was received'];
  if (input.state === 'expired')
    return [`sheet valid until ${input.sheet?.validUntil ?? ''}: counts as unknown`];
  const { product = '', maker = '' } = input.sheet ?? {};
  return [`${product} by ${maker}${made === undefined ? '' : ', merged in turn:'}`];
}

function processDetails(
  { kind, lots, process, behaviour, before, parts }: Shown,
  weighs: boolean,
): readonly string[] {
  if (kind === 'lots')
    return [lots === 'open' ? 'whichever of these is used, or any mix of them' : 'from several sources'];
  if (kind === 'rest') return [`put together; how is not said`];
  if (kind !== 'process' || process === undefined) return [];
  const loses = process.loses === undefined || !weighs ? '' : `, loses ${massText(process.loses)}`;
  const after = `process \`${process.name}\` (${process.title})${loses}${saidText(process.says)}`;
  const told = behaviour === 'unknown' ? '; nothing is known after it' : '';
  const without = before === undefined ? '' : `; without it: ${before.inWords}`;
  return parts.length === 0 ? [] : [`${after}${told}${without}`];
}

/** A text behind its prefix, wrapped to what is left of the width. */
function laid(
  text: string,
  style: Style,
  prefix: Prefix,
  hanging: string,
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  const room = Math.max(NARROWEST, Math.min(style.width, WIDEST) - displayWidth(prefix.first));
  const [first = '', ...rest] = wrapWords(text, room);
  const more = rest.length === 0 ? [] : wrapWords(rest.join(' '), Math.max(NARROWEST, room - hanging.length));
  const lines = (before: string): string => (before.trim() === '' ? before : style.palette.faint(before));
  return [
    lines(prefix.first) + paint(first),
    ...more.map((line) => lines(prefix.rest) + hanging + paint(line)),
  ];
}
