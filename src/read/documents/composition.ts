// The composition of a sheet: materials with shares or masses, what is in them, and what is kept back. Masses become
// shares of the declared mass of the product.

import {
  type Composition,
  type Hidden,
  type Material,
  origins,
  type Substance,
} from '../../core/model/composition.ts';
import { finding } from '../../core/text/finding.ts';
import { anyAmount, anyShare, type Interval } from '../../core/values/interval.ts';
import { divide, isPositive, zero } from '../../core/values/rational.ts';
import { entryOf, type Node, valueAt } from '../tree.ts';
import { readAmount, readRange } from './amounts.ts';
import { itemsOf, type Report, scalarText, textAt, textsAt } from './fields.ts';

export function readComposition(
  node: Node | undefined,
  productMass: Interval | undefined,
  report: Report,
): Composition | undefined {
  if (node === undefined || itemsOf(node).length === 0) return undefined;
  const items = itemsOf(node);
  return {
    materials: items.filter(isNamed('material')).flatMap((item) => readMaterial(item, productMass, report)),
    hidden: items
      .filter((item) => !isNamed('material')(item))
      .flatMap((item) => readHidden(item, 'material', report)),
    at: node.at,
  };
}

const isNamed =
  (key: string) =>
  (item: Node): boolean =>
    textAt(item, key) !== undefined;

/** An item without a name says how much is hidden, and nothing else. */
function readHidden(item: Node, key: 'material' | 'name', report: Report): readonly Hidden[] {
  const written = valueAt(item, 'hidden');
  if (written === undefined) {
    report(
      missing(
        item,
        key,
        `name it under \`${key}\`, or write \`hidden\` with the share that is not disclosed`,
      ),
    );
    return [];
  }
  for (const entry of item.kind === 'map' ? item.entries : []) {
    if (entry.key !== 'hidden') report(misplaced(entry.key, 'what is hidden', entry.keyAt));
  }
  const share = readShare(written, '`hidden`', report);
  return share === undefined ? [] : [{ share, at: item.at }];
}

const readShare = (node: Node, name: string, report: Report): Interval | undefined =>
  readRange(node, { name, dimension: 'share', domain: anyShare }, report);

function readMaterial(item: Node, productMass: Interval | undefined, report: Report): readonly Material[] {
  const name = textAt(item, 'material') ?? '';
  const at = valueAt(item, 'material')?.at ?? item.at;
  const misplacedHidden = entryOf(item, 'hidden');
  if (misplacedHidden !== undefined)
    report(misplaced('hidden', `the material \`${name}\``, misplacedHidden.keyAt));
  const amount = readMaterialShare(item, name, productMass, report);
  const substances = itemsOf(valueAt(item, 'substances'));
  const homogeneous = scalarText(valueAt(item, 'homogeneous'));
  const material = {
    name,
    origin: readOrigin(valueAt(item, 'origin'), report),
    ...(homogeneous === undefined ? {} : { homogeneous: homogeneous === 'true' }),
    substances: substances.filter(isNamed('name')).flatMap((each) => readSubstance(each, report)),
    hidden: substances
      .filter((each) => !isNamed('name')(each))
      .flatMap((each) => readHidden(each, 'name', report)),
    at,
  };
  return amount === undefined ? [] : [{ ...material, ...amount }];
}

/** Either a share, or a mass of a product whose mass is declared. */
function readMaterialShare(
  item: Node,
  name: string,
  productMass: Interval | undefined,
  report: Report,
): Pick<Material, 'share' | 'mass'> | undefined {
  const share = valueAt(item, 'share');
  const mass = valueAt(item, 'mass');
  if (share !== undefined && mass === undefined) {
    const range = readShare(share, `the share of \`${name}\``, report);
    return range === undefined ? undefined : { share: range };
  }
  if (share !== undefined || mass === undefined) {
    const message = `\`${name}\` needs either a share or a mass`;
    const at = mass?.at ?? item.at;
    const help = ['write `share` with a share of the product, or `mass` with a mass and its unit'];
    report(finding('read/missing-key', message, { at, help, data: { material: name } }));
    return undefined;
  }
  if (productMass === undefined) {
    const help = ['declare `product.mass`, or write the share of the product under `share`'];
    const message = `the mass of \`${name}\` is a share of nothing: the sheet has no \`product.mass\``;
    report(finding('read/missing-key', message, { at: mass.at, help, data: { material: name } }));
    return undefined;
  }
  const expected = { name: `the mass of \`${name}\``, dimension: 'mass', domain: anyAmount } as const;
  const range = readAmount(mass, expected, report);
  return range === undefined ? undefined : { share: shareOf(range, productMass), mass: range };
}

function shareOf(mass: Interval, whole: Interval): Interval {
  const lower =
    whole.hi === undefined || !isPositive(whole.hi)
      ? { lo: zero, loOpen: false }
      : { lo: divide(mass.lo, whole.hi), loOpen: mass.loOpen || (isPositive(mass.lo) && whole.hiOpen) };
  const upper =
    mass.hi === undefined || !isPositive(whole.lo)
      ? { hi: anyShare.hi, hiOpen: false }
      : { hi: divide(mass.hi, whole.lo), hiOpen: mass.hiOpen || (isPositive(mass.hi) && whole.loOpen) };
  return { ...lower, ...upper };
}

function readOrigin(node: Node | undefined, report: Report): Material['origin'] {
  return new Map(
    origins.flatMap((origin) => {
      const written = valueAt(node, origin);
      const share = written === undefined ? undefined : readShare(written, `\`${origin}\``, report);
      return share === undefined ? [] : [[origin, share] as const];
    }),
  );
}

function readSubstance(item: Node, report: Report): readonly Substance[] {
  const name = textAt(item, 'name') ?? '';
  const hidden = entryOf(item, 'hidden');
  if (hidden !== undefined) report(misplaced('hidden', `the substance \`${name}\``, hidden.keyAt));
  const written = valueAt(item, 'share');
  if (written === undefined) {
    report(
      missing(item, 'share', 'write the share of the material, for example `0.05..0.2 %`, or `unknown`'),
    );
    return [];
  }
  const share = readShare(written, `the share of \`${name}\``, report);
  const cas = valueAt(item, 'cas');
  const casText = scalarText(cas);
  const lists = valueAt(item, 'lists');
  if (share === undefined) return [];
  return [
    {
      name,
      share,
      ...(cas === undefined || casText === undefined ? {} : { cas: casText, casAt: cas.at }),
      ...(lists === undefined ? {} : { lists: textsAt(item, 'lists') }),
      notOn: textsAt(item, 'notOn'),
      at: valueAt(item, 'name')?.at ?? item.at,
    },
  ];
}

const missing = (item: Node, key: string, help: string) =>
  finding('read/missing-key', `\`${key}\` is missing from the composition`, {
    at: item.at,
    help: [help],
    data: { key },
  });

const misplaced = (key: string, of: string, at: Node['at']) =>
  finding('read/unknown-key', `\`${key}\` is no part of ${of}`, {
    at,
    help: ['write what is hidden as an item of its own: `- hidden: 5 %`'],
    data: { key },
  });
