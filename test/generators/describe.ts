// A case in words, for the message of a failed property.

import type { Catalogue } from '../../src/core/model/catalogue.ts';
import { type Constraint, excludedBy, isLogical } from '../../src/core/model/constraint.ts';
import { namedIn } from '../../src/core/model/expression.ts';
import type { Answer, QuantityEntry, QuantityValue } from '../../src/core/model/sheet.ts';
import type { Interval } from '../../src/core/values/interval.ts';
import type { Rational } from '../../src/core/values/rational.ts';
import type { Scenario } from './scenarios.ts';
import { describeNames } from './sets.ts';
import type { Told } from './telling.ts';

const number = ({ n, d }: Rational): string => (d === 1n ? String(n) : `${n}/${d}`);

export function range(interval: Interval | undefined): string {
  if (interval === undefined) return 'nothing';
  const { lo, loOpen, hi, hiOpen } = interval;
  return `${loOpen ? '(' : '['}${number(lo)}, ${hi === undefined ? '…' : number(hi)}${hiOpen ? ')' : ']'}`;
}

export function figureValue(value: QuantityValue): string {
  if (value.kind === 'names') return describeNames(value.names);
  return value.kind === 'name' ? value.name : range(value.range);
}

function tellings(
  answers: ReadonlyMap<string, Answer>,
  quantities: ReadonlyMap<string, QuantityEntry>,
): string {
  const said = [...answers.values()].map(
    ({ statement, value, custody }) => `${statement}=${value}${custody === undefined ? '' : ` (${custody})`}`,
  );
  const figures = [...quantities.values()].map(({ quantity, value }) => `${quantity}=${figureValue(value)}`);
  return [...said, ...figures].join('; ');
}

const constraint = (each: Constraint): string =>
  isLogical(each)
    ? `never ${excludedBy(each)
        .map(({ statement, is }) => `${statement}=${is}`)
        .join(', ')}`
    : each.id;

function describeCatalogue({ statements, constraints }: Catalogue): readonly string[] {
  return [
    ...[...statements.values()].map((each) => {
      const { meaning } = each;
      const body =
        meaning.kind === 'within'
          ? `${meaning.quantity} in ${range(meaning.range)}`
          : meaning.kind === 'plain'
            ? JSON.stringify(meaning.rule, (_, value) => (typeof value === 'bigint' ? String(value) : value))
            : meaning.kind === 'named'
              ? `${meaning.quantity} has ${meaning.names}`
              : `${meaning.expression.operator} ${namedIn(meaning.expression).join(', ')}`;
      return `  ${each.id}: ${body}${each.falseMeans === 'negation' ? '' : ' (false claims nothing)'}`;
    }),
    ...constraints.map((each) => `  ${constraint(each)}`),
  ];
}

/** What one sheet says, and what the catalogue makes of it. */
export const describeTold = (catalogue: Catalogue, { answers, quantities }: Told): string =>
  [...describeCatalogue(catalogue), tellings(answers, quantities)].join('\n');

/** The bill, what its inputs say, and what the catalogue makes of it. */
export function describeScenario({ design, bill, received }: Scenario): string {
  const { effects } = design.catalogue;
  const used = new Set(['assemble', ...bill.processes.map(({ effect }) => effect)]);
  return [
    ...describeCatalogue(design.catalogue),
    ...[...effects.values()]
      .filter(({ id }) => used.has(id))
      .map(
        ({ id, traits, behaviours }) =>
          `  ${id} [${traits.join()}]: ${[...behaviours].map((each) => each.join('=')).join(' ')}`,
      ),
    `product ${range(bill.product.mass)} says ${tellings(bill.answers, bill.quantities)}`,
    ...bill.inputs.map((input) => {
      const sheet = received.get(input.name);
      const { optional, choice } = input;
      const line =
        choice === undefined
          ? ''
          : ` (${choice.isShared ? 'shares' : 'fills'} ${choice.part} ${range(choice.mass)})`;
      const state = `${input.contained ? '' : ' (not contained)'}${optional === true ? ' (optional)' : ''}${line}`;
      if (sheet === undefined) return `${input.name} ${range(input.mass)}${state}: no sheet`;
      const { product, validUntil, answers, quantities } = sheet.sheet;
      const head = `${input.name} ${range(input.mass)}${state}: ${product.level} of ${range(product.mass)} until ${validUntil ?? 'ever'}`;
      return `${head}; refused ${[...sheet.discredited.keys()].join() || 'nothing'}; says ${tellings(answers, quantities)}`;
    }),
    ...bill.processes.map((each) =>
      [
        `${each.name}: ${each.effect} takes ${each.takes.join()} gives ${each.gives}`,
        ...(each.applied === undefined ? [] : [`applied ${each.applied.join()}`]),
        ...(each.freeOf === undefined ? [] : [`free of ${each.freeOf.join(' ')}`]),
        ...(
          ['loses', 'yield', 'removes', 'eligible', 'fuelShare', 'lossShare', 'cap', 'takenBack'] as const
        ).flatMap((key) => (each[key] === undefined ? [] : [`${key} ${range(each[key])}`])),
        ...(each.generations === undefined ? [] : [`generations ${each.generations}`]),
        ...(each.steadyState === true ? ['steady'] : []),
        ...(each.uses === undefined ? [] : [`uses ${range(each.uses)}`]),
        ...[...each.shares].map(([id, share]) => `${id} ${range(share)}`),
        ...[...each.levels].map(([id, level]) => `${id} ${level}`),
        ...(each.conserves.length === 0 ? [] : [`conserves ${each.conserves.join()}`]),
      ].join(' '),
    ),
  ].join('\n');
}
