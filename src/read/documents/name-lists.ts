// A list of names as a figure: `{ names: [cobalt], without: [lithium] }`, `{ names: [cobalt], complete: true }`, or the
// same as one text, `cobalt; complete`. Whatever it says twice, or cannot say, is told by its name.

import type { QuantityValue } from '../../core/model/sheet.ts';
import { finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { didYouMean, oneOf } from '../../core/text/suggest.ts';
import {
  entryOfList,
  isReadableName,
  type NameList,
  setFrom,
  splitNames,
} from '../../core/values/name-list.ts';
import type { Vocabulary } from '../../core/values/name-set.ts';
import { type Node, valueAt } from '../tree.ts';
import { entriesOf, namedItems, type Report, scalarText } from './fields.ts';

type Key = keyof NameList;

interface Said {
  readonly key: Key;
  readonly name: string;
  readonly at: Span;
}

interface Place {
  readonly quantity: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

export const HOW_TO_NAME =
  'use a name without `;` and `|` that does not begin with `?` or `!` and is not `complete`';

const KEYS: readonly Key[] = ['names', 'maybe', 'without', 'complete'];

/** Undefined where nothing can be made of it. */
export function readNameList(
  written: Node,
  quantity: string,
  vocabulary: Vocabulary,
  report: Report,
): QuantityValue | undefined {
  const place: Place = { quantity, vocabulary, report };
  const said = saidIn(written, place);
  if (said === undefined) return undefined;
  const names = said.filter(({ key }) => key !== 'complete');
  const complete = said.length > names.length;
  // Each is told, not only the first.
  const isRight = [...names.map((each) => isKnown(each, place)), ...repetitions(names, place)].every(Boolean);
  if (!isRight) return undefined;
  if (!complete && names.every(({ key }) => key === 'maybe')) {
    bad(place, `\`${quantity}\` says nothing`, written.at, sayMore(names.length));
    return undefined;
  }
  const under = (key: Key): readonly string[] =>
    names.filter((each) => each.key === key).map(({ name }) => name);
  const list: NameList = {
    names: under('names'),
    maybe: under('maybe'),
    without: under('without'),
    complete,
  };
  const set = setFrom(list, vocabulary);
  return set && { kind: 'names', names: set };
}

const sayMore = (count: number): readonly string[] =>
  count === 0
    ? [
        'write under `names` what is there, and `complete: true` if there is nothing else',
        'leave the key out when nothing is known',
      ]
    : ['`maybe` is only of use where nothing else can be there: add `complete: true`, or leave it out'];

function saidIn(written: Node, place: Place): readonly Said[] | undefined {
  const text = scalarText(written);
  if (text !== undefined) {
    return splitNames(text).map((part): Said => {
      const [key, name] = entryOfList(part);
      return { key, name, at: written.at };
    });
  }
  if (written.kind !== 'map') {
    bad(place, `\`${place.quantity}\` is not a list of names with what is known of it`, written.at, [
      'write it like `{ names: [a, b], complete: true }`; without `complete` there may be others',
    ]);
    return undefined;
  }
  const strange = entriesOf(written).filter(({ key }) => !KEYS.some((known) => known === key));
  for (const { key, keyAt } of strange)
    bad(place, `\`${place.quantity}\` is a list of names and has no \`${key}\``, keyAt, [
      `keep to ${KEYS.map((known) => `\`${known}\``).join(', ')}`,
    ]);
  if (strange.length > 0) return undefined;
  const names = (['names', 'maybe', 'without'] as const).flatMap((key) =>
    namedItems(valueAt(written, key)).map(({ text: name, at }): Said => ({ key, name, at })),
  );
  const complete = valueAt(written, 'complete');
  return scalarText(complete) === 'true' && complete !== undefined
    ? [...names, { key: 'complete', name: '', at: complete.at }]
    : names;
}

function isKnown({ name, at }: Said, place: Place): boolean {
  const { names, closed } = place.vocabulary;
  if (closed && !names.includes(name)) {
    bad(place, `\`${name}\` is not a name that \`${place.quantity}\` can hold`, at, [
      didYouMean(name, names) ?? `use ${oneOf(names, 6)}`,
    ]);
    return false;
  }
  if (name.trim() !== '' && isReadableName(name)) return true;
  bad(place, `\`${name}\` cannot be the name of a thing on a list`, at, [HOW_TO_NAME]);
  return false;
}

function repetitions(names: readonly Said[], place: Place): readonly boolean[] {
  const seen = new Map<string, Said>();
  return names.map((each) => {
    const before = seen.get(each.name);
    seen.set(each.name, before ?? each);
    if (before === undefined) return true;
    const isSame = before.key === each.key;
    bad(
      place,
      isSame
        ? `\`${each.name}\` is named twice in \`${place.quantity}\``
        : `\`${each.name}\` is named under \`${before.key}\` and under \`${each.key}\` in \`${place.quantity}\``,
      each.at,
      [isSame ? 'leave out one of the two' : 'keep the one that is so'],
    );
    return false;
  });
}

function bad({ quantity, report }: Place, message: string, at: Span, help: readonly string[]): void {
  report(finding('read/wrong-value', message, { at, help, data: { path: quantity } }));
}
