// What it means: the parts of a composition are more than the whole, stand twice, or are hidden beyond the limit.
// Why it matters: nothing can be worked out from it, or too much is kept back for it to be of use.
// Instead: correct the shares, put each part on one line, and disclose more.

import { type CompositionFault, faultsOf } from '../core/composition/faults.ts';
import { hiddenOfProduct, toldHidden } from '../core/composition/whole.ts';
import type { Composition } from '../core/model/composition.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { type Interval, sum } from '../core/values/interval.ts';
import { writeAmount } from '../core/values/quantity.ts';
import { compare, larger, one, type Rational } from '../core/values/rational.ts';
import type { SheetCheck } from './check.ts';

const inPercent = (share: Rational): string => writeAmount(share, 'share');

export const sharesAboveWhole: SheetCheck = {
  code: 'sheet/shares-above-whole',
  *run({ sheet: { composition } }) {
    for (const fault of composition === undefined ? [] : faultsOf(composition))
      if (fault.kind === 'above-whole') yield aboveWhole(fault);
  },
};

function aboveWhole({ of, shares }: Extract<CompositionFault, { kind: 'above-whole' }>): Finding {
  const [first, ...others] = shares;
  const whole = of === undefined ? 'the product' : `\`${of}\``;
  const least = shares.map(({ share }) => share).reduce(sum, nothing);
  const sumInWords = shares.map(({ share }) => inPercent(share.lo)).join(' + ');
  const total = `${least.loOpen ? 'more than ' : ''}${inPercent(least.lo)}`;
  const message =
    shares.length === 1
      ? `\`${first?.name ?? ''}\` is more than ${whole}: at least ${total}`
      : `the shares of ${whole} are more than the whole: ${sumInWords} is ${total}`;
  return finding('sheet/shares-above-whole', message, {
    ...(first === undefined ? {} : { at: first.at }),
    related: others.map(({ at }) => ({ at, label: 'and this' })),
    help: ['correct the shares: at their lower ends they may not exceed 100 %'],
    data: {
      of: of ?? null,
      shares: shares.map(({ name, share }) => ({ name, atLeast: inPercent(share.lo) })),
    },
  });
}

const nothing: Interval = { lo: { n: 0n, d: 1n }, loOpen: false, hi: { n: 0n, d: 1n }, hiOpen: false };

export const repeatedMaterial: SheetCheck = {
  code: 'sheet/repeated-material',
  *run({ sheet: { composition } }) {
    for (const fault of composition === undefined ? [] : faultsOf(composition)) {
      if (fault.kind !== 'repeated') continue;
      const { what, name, first, again } = fault;
      const subject = what === 'hidden' ? 'what is hidden' : `the ${what} \`${name}\``;
      yield finding('sheet/repeated-material', `${subject} stands twice in one composition`, {
        at: again,
        label: 'again here',
        related: [{ at: first, label: 'first here' }],
        help: ['add the two up in one line, or name them apart'],
        data: { what, name },
      });
    }
  },
};

export const hiddenAboveLimit: SheetCheck = {
  code: 'sheet/hidden-above-limit',
  *run({ sheet: { composition }, catalogue: { hiddenAtMost } }) {
    if (composition === undefined || hiddenAtMost === undefined) return;
    for (const { of, top, at } of hiddenIn(composition)) {
      if (compare(top, hiddenAtMost) <= 0) continue;
      const limit = inPercent(hiddenAtMost);
      yield finding(
        'sheet/hidden-above-limit',
        `up to ${inPercent(top)} of ${of} is hidden, more than ${limit}`,
        {
          at,
          help: [`disclose more of it, or narrow the ranges: at their tops at most ${limit} may be hidden`],
          data: { of, hidden: inPercent(top), limit },
        },
      );
    }
  },
};

interface Secret {
  readonly of: string;
  readonly top: Rational;
  readonly at: Span;
}

/** The product with the rest up to the whole; of a material only what is said: nobody has to list all substances. */
function hiddenIn(composition: Composition): readonly Secret[] {
  const { materials, hidden, at } = composition;
  const rest = hiddenOfProduct(composition);
  const told = toldHidden(hidden).hi ?? one;
  return [
    ...(rest === undefined
      ? []
      : [{ of: 'the product', top: larger(told, rest.hi ?? one), at: hidden[0]?.at ?? at }]),
    ...materials.flatMap((material) => {
      const [first] = material.hidden;
      if (first === undefined) return [];
      return [{ of: `\`${material.name}\``, top: toldHidden(material.hidden).hi ?? one, at: first.at }];
    }),
  ];
}
