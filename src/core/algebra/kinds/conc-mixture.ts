// `conc-mixture`: the content of a substance in one mixture. Mixing gives the mean by mass; parts side by side are no
// mixture, so nothing is said of them. Of one named substance (`named: true`) the mean is exact; the highest content of
// any on a list is only enclosed, for in each part it may be another one.

import type { Rule } from '../../model/catalogue.ts';
import { hullOf, regionOf } from '../../values/region.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { shareAfterLoss } from '../selective-loss.ts';
import { weightedMean } from '../weighted-mean.ts';
import { blendOf, type Concentration, weaken } from './concentration.ts';

type MixtureRule = Extract<Rule, { kind: 'conc-mixture' }>;

const unknown = ({ domain }: Subject<MixtureRule>): Concentration => ({ highest: domain, form: 'either' });

function combine(lines: readonly Line<Concentration>[], subject: Subject<MixtureRule>): Concentration {
  const [only, ...more] = lines;
  return only !== undefined && more.length === 0 ? only.value : unknown(subject);
}

/** What a part says that is no mixture itself is not said of all of it. */
function blend({ lines }: Step<Concentration>, subject: Subject<MixtureRule>): Concentration {
  const mixed = lines.map((line): Line<Concentration> => {
    const isMixture = line.value.form === 'mixture';
    return isMixture ? line : { ...line, value: { highest: subject.domain, form: 'either' } };
  });
  const highest = subject.rule.named
    ? weightedMean(mixed.map(({ mass, value }) => ({ weight: mass, share: value.highest })))
    : blendOf(mixed);
  return { highest: highest ?? subject.domain, form: 'mixture' };
}

function loseSome({ lines, loss }: Step<Concentration>, subject: Subject<MixtureRule>): Concentration {
  const before = combine(lines, subject);
  const masses = lines.map((line) => line.mass);
  return { ...before, highest: shareAfterLoss(before.highest, masses, loss) ?? subject.domain };
}

export const concMixture: Kind<MixtureRule, Concentration> = {
  name: 'conc-mixture',
  unknown,
  read: (leaf, { id, domain }) => ({
    highest: hullOf(leaf.region(id)) ?? domain,
    form: leaf.level === 'material' ? 'mixture' : 'either',
  }),
  associative: 'never',
  combine,
  behaviours: { blend, 'lose-some': loseSome },
  vanishing: weaken,
  known: ({ highest }) => ({ kind: 'region', region: regionOf(highest) }),
};
