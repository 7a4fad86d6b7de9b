// One sheet as one ordered document value, from which every written form is made. Nothing in it depends on
// how the sheet was written before, on a clock or on a locale: same sheet, same document.

import type { Catalogue, Quantity, QuantityId } from '../../core/model/catalogue.ts';
import type { QuantityEntry, Sheet, Site } from '../../core/model/sheet.ts';
import { inOrder } from '../../core/text/order.ts';
import { anyAmount } from '../../core/values/interval.ts';
import { answersForm } from './answer-forms.ts';
import { compositionDocument } from './composition-form.ts';
import { type DocumentMap, type DocumentValue, listOf, mapOf } from './document.ts';
import { massForm, quantityForm } from './quantity-form.ts';

export function sheetDocument(sheet: Sheet, catalogue: Catalogue): DocumentMap {
  return mapOf([
    ...headerDocument(sheet),
    ['answers', answersForm(sheet.answers, catalogue)],
    ['quantities', unlessEmpty(quantitiesDocument(sheet.quantities, catalogue))],
    ['composition', listOf(compositionDocument(sheet.composition))],
    [
      'inputs',
      listOf(sheet.inputs.map(({ id, revision, sha256 }) => mapOf(Object.entries({ id, revision, sha256 })))),
    ],
  ]);
}

/** Everything that stands before the answers. */
export function headerDocument(sheet: Sheet): DocumentMap {
  const { product, maker } = sheet;
  return mapOf([
    ['loopsheet', 'sheet/1'],
    ['catalogue', sheet.catalogue],
    ['id', sheet.id],
    ['revision', sheet.revision],
    ['issued', sheet.issued],
    ['validUntil', sheet.validUntil],
    ['assurance', sheet.assurance],
    [
      'product',
      mapOf([
        ['name', product.name],
        ['level', product.level],
        ['mass', product.mass === undefined ? undefined : massForm(product.mass)],
        ['ids', identifiersDocument(product.ids)],
      ]),
    ],
    [
      'maker',
      mapOf([
        ['name', maker.name],
        ['ids', identifiersDocument(maker.ids)],
        ['site', siteDocument(maker.site)],
      ]),
    ],
  ]);
}

/** For figures that the catalogue does not know. */
const strangeQuantity: Pick<Quantity, 'measure' | 'domain'> = {
  measure: { kind: 'name', names: [] },
  domain: anyAmount,
};

/** The figures in catalogue order; those that the catalogue does not know come last. */
export function quantitiesDocument(
  quantities: ReadonlyMap<QuantityId, QuantityEntry>,
  catalogue: Catalogue,
): DocumentMap {
  const known = [...catalogue.quantities.keys()].filter((id) => quantities.has(id));
  const strange = inOrder([...quantities.keys()].filter((id) => !catalogue.quantities.has(id)));
  return mapOf(
    [...known, ...strange].map((id) => {
      const entry = quantities.get(id);
      const quantity = catalogue.quantities.get(id) ?? strangeQuantity;
      return [id, entry === undefined ? undefined : quantityForm(entry.value, quantity)] as const;
    }),
  );
}

const unlessEmpty = (map: DocumentMap): DocumentValue | undefined => (map.size === 0 ? undefined : map);

const identifiersDocument = (ids: ReadonlyMap<string, string>): DocumentValue | undefined =>
  unlessEmpty(mapOf(inOrder(ids.keys()).map((key) => [key, ids.get(key)] as const)));

const siteDocument = (site: Site | undefined): DocumentValue | undefined =>
  site === undefined
    ? undefined
    : unlessEmpty(
        mapOf([
          ['name', site.name],
          ['country', site.country],
        ]),
      );
