// What is said when a group is answered by something that is no band of it. Bands are near one another by what they
// mean, not by how they are spelt, so a figure is told the band it lies in and nothing else is guessed.

import type { Catalogue, Group } from '../../core/model/catalogue.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { anyAmount, isWithin } from '../../core/values/interval.ts';
import { isFault, parseQuantity, writtenUnit } from '../../core/values/quantity.ts';
import type { ScalarNode } from '../tree.ts';
import { meansInapplicable } from './answer-words.ts';
import { bandHelp } from './resolve.ts';

export function wrongBand(group: Group, written: ScalarNode, catalogue: Catalogue): Finding {
  const { text } = written;
  const isTruth = text === 'true' || text === 'false';
  const message = isTruth
    ? `the group \`${group.id}\` is answered by naming a band, not by \`${text}\``
    : `\`${text}\` is not a band of \`${group.id}\``;
  return finding('sheet/wrong-answer', message, {
    at: written.at,
    help: isTruth
      ? [bandHelp(group), ...howToAnswer(group)]
      : [...meantBy(text, group, catalogue), bandHelp(group)],
    data: { statement: group.id, found: text, known: group.bands.map(({ id }) => id) },
    discredits: group.bands.map(({ statement }) => statement),
  });
}

function howToAnswer(group: Group): readonly string[] {
  const last = group.bands.at(-1)?.id ?? '';
  const first = group.bands[0]?.id ?? '';
  return [
    `write the band that the figure lies in, as in \`${group.id}: ${last}\``,
    `when only a band is ruled out, answer that band alone, as in \`${group.id}/${first}: false\``,
  ];
}

function meantBy(text: string, group: Group, catalogue: Catalogue): readonly string[] {
  const labelled = group.bands.find((band) => band.label === text)?.id;
  if (labelled !== undefined) return [`did you mean \`${labelled}\`?`];
  if (meansInapplicable(text)) return ['did you mean `not-applicable`?'];
  const figure = asFigure(text, group, catalogue);
  const band = figure && group.bands.find(({ range }) => isWithin(figure.range, range));
  return band === undefined ? [] : [`\`${figure?.text ?? text}\` lies in the band \`${band.id}\``];
}

/** `30 %`, or `30` in the unit that the quantity is written in. */
function asFigure(text: string, group: Group, catalogue: Catalogue) {
  const measure = catalogue.quantities.get(group.id)?.measure;
  if (measure?.kind !== 'number' || text === 'unknown') return undefined;
  const { dimension } = measure;
  for (const each of [text, `${text} ${unitOfBands(group) ?? writtenUnit(dimension)}`]) {
    const range = parseQuantity(each, dimension);
    if (!isFault(range) && isWithin(range, anyAmount)) return { text: each, range };
  }
  return undefined;
}

/** Bands are labelled in the unit of their group, which need not be the one that amounts are written in. */
const unitOfBands = (group: Group): string | undefined =>
  / (\D[^ ]*(?: \D[^ ]*)*)$/.exec(group.bands[0]?.label ?? '')?.[1];
