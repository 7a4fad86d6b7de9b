// Conventions of a catalogue: which figures they settle, and of which quantities those are part.

import type { Quantity } from '../../core/model/catalogue.ts';
import type { Convention } from '../../core/model/convention.ts';
import { isExact } from '../../core/values/interval.ts';
import type { Rational } from '../../core/values/rational.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { knownNames, type Names, reportBadRule, reportUnknown } from './catalogue-names.ts';
import { readReferences } from './catalogue-statements.ts';
import { entriesOf, scalarText, textAt } from './fields.ts';

export const readConventions = (node: Node | undefined, names: Names): ReadonlyMap<string, Convention> =>
  new Map(entriesOf(node).map((entry) => [entry.key, readConvention(entry, names)]));

function readConvention({ key, keyAt, value }: Entry, names: Names): Convention {
  const written = entriesOf(valueAt(value, 'settles'));
  if (written.length === 0)
    reportBadRule(
      `\`${key}\` settles nothing`,
      'name a quantity with a figure under `settles`',
      keyAt,
      names.report,
    );
  return {
    id: key,
    title: textAt(value, 'title') ?? '',
    text: textAt(value, 'text') ?? '',
    settles: new Map(
      written.flatMap((entry): readonly (readonly [string, Rational])[] => {
        const figure = readFigure(entry, names);
        return figure === undefined ? [] : [[entry.key, figure]];
      }),
    ),
    unlessTold: knownNames(value, 'unlessTold', 'quantity', names.quantities, names.report),
    references: readReferences(value),
  };
}

function readFigure({ key, keyAt, value }: Entry, names: Names): Rational | undefined {
  const quantity = names.quantities.get(key);
  if (quantity === undefined) {
    reportUnknown(key, 'quantity', names.quantities.keys(), keyAt, names.report);
    return undefined;
  }
  if (names.unclear.has(key) || !isSettleable(quantity, keyAt, names)) return undefined;
  if (quantity.measure.kind !== 'number') return undefined;
  const { dimension } = quantity.measure;
  const range = readAmount(value, { name: `\`${key}\``, dimension, domain: quantity.domain }, names.report);
  if (range === undefined) return undefined;
  if (isExact(range)) return range.lo;
  reportBadRule(
    `\`${scalarText(value) ?? ''}\` is no single figure`,
    'write the one figure that then counts, for example `0 %`',
    value.at,
    names.report,
  );
  return undefined;
}

/** Steps and names are not settled, and what only the product's maker says is not asked of inputs. */
function isSettleable(quantity: Quantity, at: Entry['keyAt'], { report }: Names): boolean {
  const { id, measure, rule } = quantity;
  if (measure.kind === 'number' && rule.kind !== 'own') return true;
  const why = measure.kind === 'number' ? 'does not follow from inputs' : 'is no number';
  reportBadRule(
    `\`${id}\` ${why}, so no convention settles it`,
    'name a figure or a group that inputs have',
    at,
    report,
  );
  return false;
}
