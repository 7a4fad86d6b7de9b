// What a name in a sheet or a bill refers to in its catalogue, and what to say when it refers to nothing.

import type { Catalogue, Group, Quantity, Statement } from '../../core/model/catalogue.ts';
import { catalogueName } from '../../core/model/catalogue.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { askedAs, didYouMean, holdingWords, oneOf, suggest } from '../../core/text/suggest.ts';
import type { Node } from '../tree.ts';
import { type Report, scalarText } from './fields.ts';

/** One statement, or a whole group at once. */
export type Target =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'group'; readonly group: Group };

export function resolveTarget(name: string, catalogue: Catalogue): Target | undefined {
  const group = catalogue.groups.get(name);
  if (group !== undefined) return { kind: 'group', group };
  const statement = catalogue.statements.get(name);
  return statement === undefined ? undefined : { kind: 'statement', statement };
}

export function unknownStatement(name: string, catalogue: Catalogue, at: Span): Finding {
  const group = catalogue.groups.get(name.slice(0, Math.max(0, name.indexOf('/'))));
  const label = 'not a known statement';
  const data = { statement: name, catalogue: catalogueName(catalogue) };
  if (group !== undefined) {
    const message = `\`${name.slice(group.id.length + 1)}\` is not a band of \`${group.id}\``;
    const near = group.bands.map(({ statement }) => statement);
    return finding('sheet/unknown-statement', message, {
      at,
      label,
      help: [bandHelp(group)],
      data: { ...data, near },
    });
  }
  if (catalogue.quantities.has(name))
    return finding('sheet/unknown-statement', `\`${name}\` is a quantity, not a statement`, {
      at,
      label: 'not a statement',
      help: ['write it under `quantities`'],
      data: { ...data, near: [] },
    });
  const names = [...catalogue.groups.keys(), ...catalogue.statements.keys()];
  const alike = suggest(name, names);
  const near = alike.length > 0 ? alike : holdingWords(name, names);
  const message = `statement \`${name}\` is not in catalogue \`${catalogueName(catalogue)}\``;
  const help = [askedAs(near) ?? 'run `loopsheet catalogue list` to see the statements'];
  return finding('sheet/unknown-statement', message, { at, label, help, data: { ...data, near: [...near] } });
}

export const bandHelp = (group: Group): string =>
  `the bands are ${group.bands.map(({ id }) => `\`${id}\``).join(', ')}`;

export function unknownQuantity(name: string, catalogue: Catalogue, at: Span): Finding {
  const known = [...catalogue.quantities.keys()];
  if (catalogue.statements.has(name))
    return finding('sheet/unknown-quantity', `\`${name}\` is a statement, not a quantity`, {
      at,
      label: 'not a quantity',
      help: ['write it under `answers`'],
      data: { quantity: name, catalogue: catalogueName(catalogue), near: [] },
    });
  const near = suggest(name, known);
  const message = `quantity \`${name}\` is not in catalogue \`${catalogueName(catalogue)}\``;
  return finding('sheet/unknown-quantity', message, {
    at,
    label: 'not a known quantity',
    help: [didYouMean(name, near) ?? `name ${alike(name, known)}`],
    data: { quantity: name, catalogue: catalogueName(catalogue), near: [...near] },
  });
}

/** The names of the same section where there are any, else all. */
function alike(name: string, known: readonly string[]): string {
  const section = `${name.split('.')[0] ?? ''}.`;
  const same = known.filter((each) => each.startsWith(section));
  return oneOf(same.length > 0 ? same : known);
}

/** The number of a step on the scale of a quantity; undefined with a finding when the scale has no such step. */
export function readStep(node: Node, quantity: Quantity, report: Report): number | undefined {
  const text = scalarText(node) ?? '';
  if (quantity.measure.kind !== 'scale') {
    report(
      finding('read/wrong-value', `\`${quantity.id}\` has no scale, so \`${text}\` is no level of it`, {
        at: node.at,
        help: ['name a quantity that has a scale'],
        data: { found: text, quantity: quantity.id },
      }),
    );
    return undefined;
  }
  const { steps } = quantity.measure;
  const step = steps.indexOf(text);
  if (step >= 0) return step;
  const list = `write ${oneOf(steps)}`;
  const near = didYouMean(text, steps);
  report(
    finding('read/wrong-value', `\`${text}\` is not a step of the scale of \`${quantity.id}\``, {
      at: node.at,
      help: near === undefined ? [list] : [near, list],
      data: { found: text, known: [...steps] },
    }),
  );
  return undefined;
}

export function unknownCatalogue(name: string, known: readonly string[], at: Span): Finding {
  const id = name.split('/')[0] ?? '';
  const versions = known.filter((each) => each.startsWith(`${id}/`));
  const isVersion = versions.length > 0 && name !== id;
  const message = isVersion
    ? `this version of catalogue \`${id}\` is not known: \`${name}\``
    : `catalogue \`${name}\` is not known`;
  const list =
    known.length === 0
      ? 'no catalogue is at hand'
      : `known here: ${known.map((each) => `\`${each}\``).join(', ')}`;
  const near = versions.length === 1 ? `did you mean \`${versions[0] ?? ''}\`?` : didYouMean(name, known);
  return finding('sheet/unknown-catalogue', message, {
    at,
    help: [...(near === undefined ? [] : [near]), list, 'name the file of another with `--catalogue`'],
    data: { catalogue: name, known: [...known] },
  });
}
