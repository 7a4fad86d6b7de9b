// Whether a convention can settle anything. It says nothing where what it settles would narrow something that it does not
// speak of; if that is so of a sheet that says nothing at all, it never settles anything.

import { strayEffects } from '../../core/merge/settled.ts';
import { finding } from '../../core/text/finding.ts';
import { type CatalogueCheck, quoted } from './check.ts';

export const idleConvention: CatalogueCheck = function* ({ catalogue, placeOf }) {
  for (const convention of catalogue.conventions.values()) {
    const { id } = convention;
    const stray = strayEffects(catalogue, convention);
    if (stray?.length === 0) continue;
    const at = placeOf('conventions', id);
    if (stray === undefined)
      yield finding('catalogue/idle-convention', `no product can be what \`${id}\` takes it to be`, {
        at,
        help: ['correct the figures under `settles`: constraints of the catalogue exclude them together'],
        data: { convention: id },
      });
    else
      yield finding(
        'catalogue/idle-convention',
        `\`${id}\` never settles anything: it would settle ${quoted(stray)} as well`,
        {
          at,
          help: [`name under \`unlessTold\` what follows along with it, such as \`${stray[0] ?? ''}\``],
          data: { convention: id, narrows: [...stray] },
        },
      );
  }
};
