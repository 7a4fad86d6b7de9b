import { describe, expect, it } from 'vitest';
import { splitPath } from '../../../src/core/model/sheet-table.ts';

describe('splitPath', () => {
  it.each([
    ['id', ['id']],
    ['product.name', ['product', 'name']],
    ['maker.site.country', ['maker', 'site', 'country']],
    ['product.ids.in-house.2', ['product', 'ids', 'in-house.2']],
    ['', ['']],
    ['.', ['', '']],
  ])('splits %j', (name, keys) => {
    expect(splitPath(name)).toEqual(keys);
  });
});
