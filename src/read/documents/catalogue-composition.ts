// How an entry of a catalogue is tied to the composition of sheets, checked against what it is said of.

import type { Meaning, Quantity } from '../../core/model/catalogue.ts';
import {
  type CompositionLink,
  type CompositionMeasure,
  contentLevels,
  origins,
} from '../../core/model/composition.ts';
import type { Span } from '../../core/text/span.ts';
import { identifierFault } from '../../core/values/identifiers.ts';
import { anyShare } from '../../core/values/interval.ts';
import { isFault, parseQuantity } from '../../core/values/quantity.ts';
import { compare, type Rational } from '../../core/values/rational.ts';
import { entryOf, type Node, valueAt } from '../tree.ts';
import { readRange } from './amounts.ts';
import { keysOf, type Names, reportBadRule, reportUnknown } from './catalogue-names.ts';
import { namedItems, type Report, scalarText, textAt, wordAt } from './fields.ts';

const ends = ['atLeast', 'moreThan', 'atMost', 'lessThan'];

/** What is measured, and what may stand beside it. */
const measureKeys: Readonly<Record<string, readonly string[]>> = {
  origin: [],
  materials: ['cas'],
  oneMaterial: [],
  keptBack: [],
  list: ['cas', 'over'],
  cas: ['list', 'over'],
};

/** The composition behind a quantity or a group. */
export function readQuantityLink(
  node: Node | undefined,
  { id, measure }: Pick<Quantity, 'id' | 'measure'>,
  names: Names,
): CompositionLink | undefined {
  if (node === undefined || names.unclear.has(id)) return undefined;
  const read = readMeasure(node, id, [], names.report);
  if (read === undefined) return undefined;
  const isShare = measure.kind === 'number' && measure.dimension === 'share';
  if (read.kind === 'kept-back' ? measure.kind !== 'scale' : !isShare) {
    const help = 'tie shares to shares, and `keptBack` to a scale';
    reportBadRule(`what a composition says does not fit the quantity \`${id}\``, help, node.at, names.report);
    return undefined;
  }
  if (read.kind === 'kept-back' && measure.kind === 'scale' && read.limits.length !== measure.steps.length) {
    const help = `give one limit for each of the ${measure.steps.length} steps, from the lowest step up`;
    const message = `\`keptBack\` of \`${id}\` has ${read.limits.length} limits`;
    reportBadRule(message, help, node.at, names.report);
    return undefined;
  }
  return { measure: read };
}

/** The composition behind a statement that is simply true or false. */
export function readStatementLink(
  node: Node | undefined,
  id: string,
  meaning: Meaning,
  names: Names,
): CompositionLink | undefined {
  if (node === undefined) return undefined;
  const { report } = names;
  // Of a list the composition tells no names, but it may tell whether there are any.
  const isTold = meaning.kind === 'named' || meaning.kind === 'plain';
  if (!isTold || (meaning.kind === 'plain' && meaning.rule.kind === 'assert-refutable')) {
    const [message, help] =
      meaning.kind === 'plain'
        ? [
            `no composition tells whether \`${id}\` holds`,
            'remove `composition`: the maker asserts the statement',
          ]
        : [`\`${id}\` follows from other entries`, 'tie the composition to what it is derived from'];
    reportBadRule(message, help, node.at, report);
    return undefined;
  }
  const measure = readMeasure(node, id, ends, report);
  if (measure === undefined) return undefined;
  if (measure.kind === 'kept-back' || !ends.some((end) => entryOf(node, end) !== undefined)) {
    const help = 'add `atLeast`, `moreThan`, `atMost` or `lessThan` to a share of the composition';
    reportBadRule(`it is not said when a composition makes \`${id}\` true`, help, node.at, report);
    return undefined;
  }
  const expected = { name: `the limit of \`${id}\``, dimension: 'share', domain: anyShare } as const;
  const range = readRange(node, expected, report);
  return range === undefined ? undefined : { measure, range };
}

function readMeasure(
  node: Node,
  id: string,
  others: readonly string[],
  report: Report,
): CompositionMeasure | undefined {
  const keys = keysOf(node);
  const key = Object.keys(measureKeys).find((each) => keys.includes(each));
  if (key === undefined) {
    const help = 'add one of `origin`, `materials`, `list`, `cas`, `oneMaterial` and `keptBack`';
    reportBadRule(`it is not said what of a composition \`${id}\` is about`, help, node.at, report);
    return undefined;
  }
  const taken = [key, ...(measureKeys[key] ?? []), ...others];
  for (const extra of keys.filter((each) => !taken.includes(each))) {
    const at = entryOf(node, extra)?.keyAt ?? node.at;
    reportBadRule(`\`${key}\` of a composition takes no \`${extra}\``, 'remove the key', at, report);
  }
  if (key === 'origin') return readOrigins(node, report);
  if (key === 'materials') {
    return {
      kind: 'materials',
      names: textsOf(node, 'materials').map(({ text }) => text),
      cas: readCas(node, report),
    };
  }
  if (key === 'oneMaterial') return { kind: 'one-material' };
  return key === 'keptBack' ? readLimits(node, id, report) : readSubstances(node, id, report);
}

/** One text, or a list of them. */
function textsOf(node: Node, key: string): readonly { readonly text: string; readonly at: Span }[] {
  const written = valueAt(node, key);
  const text = scalarText(written);
  return written === undefined || text === undefined ? namedItems(written) : [{ text, at: written.at }];
}

function readOrigins(node: Node, report: Report): CompositionMeasure {
  const known = textsOf(node, 'origin').flatMap(({ text, at }) => {
    const origin = origins.find((each) => each === text);
    if (origin === undefined) reportUnknown(text, 'origin', origins, at, report);
    return origin ?? [];
  });
  return { kind: 'origin', origins: known };
}

const readCas = (node: Node, report: Report): readonly string[] =>
  textsOf(node, 'cas').map(({ text, at }) => {
    if (identifierFault('cas', text) !== undefined)
      reportBadRule(`\`${text}\` is not a CAS number`, 'copy it again from its source', at, report);
    return text;
  });

function readSubstances(node: Node, id: string, report: Report): CompositionMeasure | undefined {
  const list = textAt(node, 'list');
  const over = wordAt(node, 'over', contentLevels);
  if (list !== undefined && !/^[^/]+\/[^/]+$/.test(list)) {
    const help = 'write the id of the list, a slash and its edition, such as `reach-candidate/2026-01`';
    reportBadRule(
      `\`${list}\` names no edition of a list`,
      help,
      valueAt(node, 'list')?.at ?? node.at,
      report,
    );
  }
  if (over === undefined) {
    const help = 'add `over: product`, `article` or `homogeneous-material`';
    reportBadRule(`it is not said over what \`${id}\` counts contents`, help, node.at, report);
    return undefined;
  }
  return { kind: 'substances', ...(list === undefined ? {} : { list }), cas: readCas(node, report), over };
}

function readLimits(node: Node, id: string, report: Report): CompositionMeasure | undefined {
  const limits: Rational[] = [];
  for (const { text, at } of textsOf(node, 'keptBack')) {
    const range = parseQuantity(text, 'share');
    const limit = isFault(range) ? undefined : range.hi;
    const last = limits.at(-1);
    if (limit === undefined || (last !== undefined && compare(limit, last) >= 0)) {
      const message = `the limits of \`${id}\` do not fall from step to step`;
      reportBadRule(message, 'write shares such as `10 %`, each smaller than the one before', at, report);
      return undefined;
    }
    limits.push(limit);
  }
  return { kind: 'kept-back', limits };
}
