// Is everything so but for minor constituents? For every input the corners of what it can hold are tried: nothing
// foreign, as much as its answer allows, as little.

import type { Statement } from '../../src/core/model/catalogue.ts';
import type { MinorRule } from '../../src/core/model/minor-rule.ts';
import { type Choose, everyRun, impossible } from './every-run.ts';
import { exact } from './exact.ts';
import {
  above,
  add,
  all,
  at,
  compare,
  divide,
  least,
  most,
  multiply,
  type Near,
  nothing,
  subtract,
} from './near.ts';
import { behaviourOf, type Leaf, massAfter, massOf, type Node, type Step, sumOf } from './tree.ts';

/** Foreign matter by the sheets that may bring it: the largest constituent, and all of it. */
interface Bundle {
  readonly sheets: readonly string[];
  readonly largest: Near;
  readonly total: Near;
}

interface Part {
  readonly mass: Near;
  readonly bundles: readonly Bundle[];
}

interface MinorCase {
  readonly statement: Statement;
  readonly rule: MinorRule;
  readonly perItem: Near;
  readonly total: Near;
}

const bundle = (sheets: readonly string[], mass: Near, largest: Near, total: Near): Bundle => ({
  sheets,
  largest: multiply(mass, largest),
  total: multiply(mass, total),
});

function partOfLeaf(choose: Choose, c: MinorCase, leaf: Leaf): Part {
  const mass = massOf(choose, leaf);
  const sheets = [leaf.product ?? `input ${leaf.input.name}`];
  const truths = leaf.known?.truths.get(c.statement.id) ?? new Set([true, false]);
  const isTrue = choose([...truths]);
  if (c.rule.materials === 'whole' && leaf.form === 'mixture' && !leaf.isMade) {
    if (isTrue && truths.size === 1) return { mass, bundles: [] };
    const share = isTrue ? nothing : all;
    return { mass, bundles: [bundle(sheets, mass, share, share)] };
  }
  const { perItem, total } = c.rule;
  const few = [
    [above(exact(perItem.n, perItem.d)), above(exact(perItem.n, perItem.d))],
    [above(exact(0)), above(exact(total.n, total.d))],
  ] as const;
  // Of several pieces each may owe it to something else, of which there is little in all of them.
  const spread = leaf.isOne ? [] : [[above(exact(0)), above(exact(perItem.n, perItem.d))] as const];
  const some = [...(compare(c.total, all) === 0 ? few.slice(0, 1) : few), ...spread];
  const [largest, whole] = choose(
    isTrue
      ? ([
          [nothing, nothing],
          [c.perItem, c.total],
        ] as const)
      : ([...some, [all, all]] as const),
  );
  return { mass, bundles: [bundle(sheets, mass, largest, whole)] };
}

function partAt(choose: Choose, c: MinorCase, node: Node): Part {
  if (node.kind === 'leaf') return partOfLeaf(choose, c, node);
  const parts = node.parts.map((part) => partAt(choose, c, part));
  const before = sumOf(parts.map(({ mass }) => mass));
  const mass = massAfter(choose, node, before);
  const bundles = parts.flatMap((part) => part.bundles);
  return { mass, bundles: bundlesAfter(choose, c, node, { bundles, before, mass }) };
}

interface Change {
  readonly bundles: readonly Bundle[];
  readonly before: Near;
  readonly mass: Near;
}

function bundlesAfter(choose: Choose, c: MinorCase, step: Step, change: Change): readonly Bundle[] {
  const { bundles, before, mass } = change;
  const behaviour = behaviourOf(step, c.statement.id, c.rule);
  const sheets = [...new Set(bundles.flatMap((each) => each.sheets))];
  const foreign = sumOf(bundles.map(({ total }) => total));
  if (behaviour === 'combine') {
    if (compare(before, nothing) === 0) return bundles;
    const scaled = (amount: Near): Near => divide(multiply(amount, mass), before);
    return bundles.map((each) => ({ ...each, largest: scaled(each.largest), total: scaled(each.total) }));
  }
  if (behaviour === 'lose-some') return choose([kept(change), gone(change)]);
  if (behaviour === 'blend' && bundles.length === 0) return [];
  if (behaviour === 'blend' && isForeignThrough(bundles, before, foreign))
    return [bundle(sheets, mass, all, all)];
  const share = choose([nothing, all]);
  return [bundle(behaviour === 'blend' ? sheets : [''], mass, share, share)];
}

/** Only what is certainly foreign all through becomes one foreign material. */
const isForeignThrough = (bundles: readonly Bundle[], before: Near, foreign: Near): boolean =>
  bundles.length > 0 && compare(foreign, before) === 0;

/** As much of what is foreign stays as can. */
function kept({ bundles, mass }: Change): readonly Bundle[] {
  const total = sumOf(bundles.map((each) => each.total));
  const shrink = compare(total, mass) > 0 ? divide(mass, total) : all;
  return bundles.map((each) => ({
    ...each,
    largest: least(mass, each.largest),
    total: multiply(each.total, shrink),
  }));
}

/** As much of what is foreign leaves as can; of the largest of each as if nothing else did. */
function gone({ bundles, before, mass }: Change): readonly Bundle[] {
  const lost = subtract(before, mass);
  const total = sumOf(bundles.map((each) => each.total));
  if (compare(total, nothing) === 0) return bundles;
  const left = divide(most(nothing, subtract(total, lost)), total);
  return bundles.map((each) => ({
    ...each,
    largest: most(nothing, subtract(each.largest, lost)),
    total: multiply(each.total, left),
  }));
}

function verdicts(c: MinorCase, { mass, bundles }: Part): readonly boolean[] {
  if (compare(mass, nothing) === 0) throw impossible;
  const foreign = sumOf(bundles.map(({ total }) => total));
  const [item, whole] = [multiply(c.perItem, mass), multiply(c.total, mass)];
  if (compare(foreign, whole) > 0 || bundles.some(({ largest }) => compare(largest, item) > 0))
    return [false];
  // What two lines by one sheet bring may be one constituent.
  const sheets = new Set(bundles.flatMap((each) => each.sheets));
  const isMinor = [...sheets].every((sheet) => {
    const brought = bundles.filter((each) => each.sheets.includes(sheet)).map(({ largest }) => largest);
    return compare(brought.reduce(add, nothing), item) <= 0;
  });
  return isMinor ? [true] : [true, false];
}

export function minorTruths(statement: Statement, rule: MinorRule, tree: Node): ReadonlySet<boolean> {
  const limits = {
    perItem: at(exact(rule.perItem.n, rule.perItem.d)),
    total: at(exact(rule.total.n, rule.total.d)),
  };
  return new Set(
    everyRun((choose) =>
      verdicts({ statement, rule, ...limits }, partAt(choose, { statement, rule, ...limits }, tree)),
    ).flat(),
  );
}
