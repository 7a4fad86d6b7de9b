// Whether parts that are left over without a process are provided for: one effect stands for them, and an assertion
// that some joint refutes is left open by the joint that nobody named.

import { behaviourIn } from '../../core/merge/rows.ts';
import { finding } from '../../core/text/finding.ts';
import { type CatalogueCheck, placeOfEntry, quoted } from './check.ts';

export const noImplicitEffect: CatalogueCheck = function* ({ catalogue, placeOf }) {
  if ([...catalogue.effects.values()].some(({ implicit }) => implicit)) return;
  yield finding('catalogue/no-implicit-effect', 'no effect stands for parts left over at the end of a bill', {
    at: placeOf('effects') ?? placeOf('id'),
    help: ['set `implicit: true` at the effect that puts parts together without saying how'],
    data: { effects: [...catalogue.effects.keys()] },
  });
};

export const notOpened: CatalogueCheck = function* (input) {
  const { catalogue, placeOf } = input;
  const implicit = [...catalogue.effects.values()].find((effect) => effect.implicit);
  if (implicit === undefined) return;
  for (const { id, meaning } of catalogue.statements.values()) {
    if (meaning.kind !== 'plain' || meaning.rule.kind !== 'assert-refutable') continue;
    if (behaviourIn(implicit, { id, rule: meaning.rule }) !== 'judge') continue;
    const { refutedBy, openedBy } = meaning.rule;
    const isJudged = implicit.traits.some((trait) => [...refutedBy, ...openedBy].includes(trait));
    if (refutedBy.length === 0 || isJudged) continue;
    const help =
      implicit.traits.length === 0
        ? `give \`${implicit.id}\` a trait of its own, and name it under \`openedBy\``
        : `add ${quoted(implicit.traits)} to \`openedBy\``;
    yield finding(
      'catalogue/not-opened',
      `${quoted(refutedBy)} can refute \`${id}\`, and \`${implicit.id}\`, which may be such a joint, leaves it standing`,
      {
        at:
          placeOf('statements', id, 'rule', 'openedBy') ??
          placeOf('statements', id, 'rule', 'refutedBy') ??
          placeOfEntry(input, id),
        help: [help],
        data: { statement: id, effect: implicit.id, refutedBy },
      },
    );
  }
};
