// What the sheet of a part tells of its shape: whether it is one material, articles, or articles glued to each other.

import type { ProductLevel } from '../../model/sheet.ts';
import type { Leaf } from '../kind.ts';

/**
 * What a part is made of, which decides what becomes of it when it is applied to others.
 * `mixture`  one homogeneous material without a shape of its own: it spreads, with the same content everywhere
 * `articles` whatever counts is in articles, and stays in them
 * `either`   it may hold both
 */
export type Form = 'mixture' | 'articles' | 'either';

export function formOfLevel(level: ProductLevel | undefined): Form {
  if (level === undefined) return 'either';
  return level === 'material' ? 'mixture' : 'articles';
}

/** What is sold as a material may be coated or clad: its highest content need not be that of all of it. */
export const formOfLayers = (level: ProductLevel | undefined): Form =>
  level === undefined || level === 'material' ? 'either' : 'articles';

/** A component of which no inputs are named is one article; anything else may be a complex object of several. */
export const isOfArticles = ({ level, isMade }: Leaf): boolean => level === 'component' && !isMade;

/** Of articles glued to each other the sheet gives what counts over all of them. */
export const mayBeGlued = (leaf: Leaf): boolean => leaf.level !== 'material' && !isOfArticles(leaf);

export const never = (): boolean => false;
