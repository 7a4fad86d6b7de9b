// What a composition says of substances: which of those named are meant, how much of them there is together, and the
// highest content of any one of them.

import type { CompositionMeasure, Material, Substance } from '../model/composition.ts';
import { anyShare, exactly, type Interval, isNothing } from '../values/interval.ts';
import { one, zero } from '../values/rational.ts';
import { foldName } from './faults.ts';
import { highestLower, highestUpper, meanAtFullSum, type Weighed } from './full-sum.ts';
import type { Whole } from './shares.ts';
import { hiddenOfMaterial } from './whole.ts';

type Sought = Extract<CompositionMeasure, { kind: 'substances' }>;

const all = exactly(one);
const none = exactly(zero);

/**
 * Whether the substance is one of those sought. Who names one list says nothing of others, nor of another edition of it:
 * only `lists: []` and `notOn` say that it is not on one.
 */
export function isSought({ cas, lists, notOn }: Substance, sought: Sought): boolean | undefined {
  if (cas !== undefined && sought.cas.includes(cas)) return true;
  const { list } = sought;
  if (list === undefined) return undefined;
  const isOn = lists?.includes(list) === true;
  const isOff = lists?.length === 0 || notOn.includes(list);
  if (isOn === isOff) return undefined;
  // What is limited by its number may be part of a compound on the list.
  return isOff ? false : sought.cas.length === 0 ? true : undefined;
}

const asValue = (is: boolean | undefined): Interval => (is === undefined ? anyShare : is ? all : none);

/** How much of the material all that is sought makes up together. */
export function contentTogether(material: Material, sought: Sought): Interval {
  const parts: readonly Weighed[] = material.substances.map((substance) => ({
    share: substance.share,
    value: asValue(isSought(substance, sought)),
  }));
  const hidden = hiddenOfMaterial(material) ?? anyShare;
  return meanAtFullSum([...parts, { share: hidden, value: anyShare }]);
}

/** The highest content of any one substance that is sought, in any article or homogeneous material. */
export function highestContent(whole: Whole, sought: Sought): Interval {
  const lower = sought.over === 'article' ? lowerInArticle(whole, sought) : lowerInMaterial(whole, sought);
  const upper = upperInMaterial(whole, sought);
  return { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
}

/** No homogeneous material has less than the mean of all of them in some place. */
function lowerInMaterial({ parts }: Whole, sought: Sought): Interval {
  const contents = parts
    .filter(({ isThere }) => isThere)
    .flatMap(({ material }) => material.substances.filter((each) => isSought(each, sought) === true));
  return contents.map(({ share }) => share).reduce(highestLower, none);
}

/** Some article has at least the content of the whole product. */
function lowerInArticle({ parts, restOf }: Whole, sought: Sought): Interval {
  const contents = new Map<string, Weighed[]>();
  for (const { material } of parts) {
    for (const substance of material.substances) {
      if (isSought(substance, sought) !== true) continue;
      const key = substance.cas ?? foldName(substance.name);
      const known = contents.get(key);
      const weighed = { share: material.share, value: substance.share };
      if (known === undefined) contents.set(key, [weighed]);
      else known.push(weighed);
    }
  }
  return [...contents.values()]
    .map((some) => meanAtFullSum([...some, { share: restOf(some.map(({ share }) => share)), value: none }]))
    .reduce(highestLower, none);
}

/** What is not known to be homogeneous, or hidden, may hold anything in some place. */
function upperInMaterial({ parts, hidden }: Whole, sought: Sought): Interval {
  const present = parts.map(({ material }) => material).filter(({ share }) => !isNothing(share));
  if (!isNothing(hidden) || present.some(({ homogeneous }) => homogeneous !== true)) return anyShare;
  return present.map((material) => upperIn(material, sought)).reduce(highestUpper, none);
}

function upperIn(material: Material, sought: Sought): Interval {
  // What is meant by its number may stand in several compounds.
  if (sought.cas.length > 0) return contentTogether(material, sought);
  const possible = material.substances.filter((each) => isSought(each, sought) !== false);
  const numbered = possible.filter(({ cas }) => cas !== undefined);
  return [undefined, ...numbered].map((one) => upperOf(material, possible, one)).reduce(highestUpper, none);
}

/** What has no number, and what is hidden, may be more of the same substance. */
function upperOf(
  material: Material,
  possible: readonly Substance[],
  numbered: Substance | undefined,
): Interval {
  const countOf = (each: Substance): Interval => {
    if (each === numbered) return all;
    return each.cas === undefined && possible.includes(each) ? anyShare : none;
  };
  const parts = material.substances.map((each) => ({ share: each.share, value: countOf(each) }));
  return meanAtFullSum([...parts, { share: hiddenOfMaterial(material) ?? anyShare, value: anyShare }]);
}
