// Whether the joint of a process is declared better than its effect lets a joint be. The merge counts the lower of the
// two, and nobody should find that out from an answer alone.

import type { Process } from '../model/bill.ts';
import type { Catalogue, Effect } from '../model/catalogue.ts';
import { type Finding, finding } from '../text/finding.ts';

/** Levels of a process above those of its effect, each with the level that counts instead. */
export function cappedLevels(process: Process, effect: Effect, catalogue: Catalogue): readonly Finding[] {
  return [...process.levels].flatMap(([quantity, level]) => {
    const ceiling = effect.levels.get(quantity);
    const measure = catalogue.quantities.get(quantity)?.measure;
    if (ceiling === undefined || level <= ceiling || measure?.kind !== 'scale') return [];
    const [declared = '', used = ''] = [measure.steps[level], measure.steps[ceiling]];
    return [
      finding(
        'bill/process-parameter',
        `process \`${process.name}\` declares \`${quantity}\` as \`${declared}\`, but \`${used}\` counts: effect \`${effect.id}\` allows no more`,
        {
          severity: 'warning',
          at: process.places.get(`levels/${quantity}`) ?? process.places.get('levels') ?? process.at,
          help: [
            `write \`${quantity}: ${used}\` or leave it out, or name the effect that the joint really is`,
            `run \`loopsheet catalogue show ${effect.id}\` for the levels of the effect`,
          ],
          data: { process: process.name, effect: effect.id, parameter: 'levels', quantity, declared, used },
        },
      ),
    ];
  });
}
