// What is said when a group is answered by something that is no band of it. Bands are near one another by what they
// mean, not by how they are spelt, so a figure is told the band it lies in and nothing else is guessed.

import type { Catalogue, Group } from '../../core/model/catalogue.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { anyAmount, isWithin } from '../../core/values/interval.ts';
import { isFault, parseQuantity, writtenUnit } from '../../core/values/quantity.ts';
import { compare } from '../../core/values/rational.ts';
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
  const labelled = group.bands.find(
    ({ id, label }) => bare(label, group) === bare(text, group) || id === bare(text, group),
  )?.id;
  if (labelled !== undefined) return [`did you mean \`${labelled}\`?`];
  if (meansInapplicable(text)) return ['did you mean `not-applicable`?'];
  const figure = asFigure(text, group, catalogue);
  const band = figure && group.bands.find(({ range }) => isWithin(figure.range, range));
  const range = band === undefined ? rangeMeant(text, group, catalogue) : undefined;
  if (range !== undefined) return [range];
  return band === undefined ? [] : [`\`${figure?.text ?? text}\` lies in the band \`${band.id}\``];
}

/** A band as it is read, without its unit and its spaces. */
function bare(text: string, group: Group): string {
  const unit = unitOfBands(group);
  const signs = text.replaceAll(/\s/g, '');
  const end = unit?.replaceAll(/\s/g, '') ?? '';
  return end !== '' && signs.endsWith(end) ? signs.slice(0, -end.length) : signs;
}

/** `25-40`, written like a band: whether there is a band that all of it lies in. */
function rangeMeant(text: string, group: Group, catalogue: Catalogue): string | undefined {
  const [, low, high] = /^>?(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(bare(text, group)) ?? [];
  const [from, to] = [low, high].map((end) => end && asFigure(end, group, catalogue)?.range);
  if (!from || !to || to.hi === undefined || compare(from.lo, to.hi) >= 0) return undefined;
  const meant = { lo: from.lo, loOpen: true, hi: to.hi, hiOpen: false };
  const band = group.bands.find(({ range }) => isWithin(meant, range));
  const words = `more than ${low}, at most ${high}`;
  return band === undefined
    ? `\`${text}\` lies across several bands: answer one that holds, or rule single ones out, as in \`${group.id}/${group.bands[0]?.id ?? ''}: false\``
    : `${words} lies in the band \`${band.id}\``;
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
