// Whether whoever answers is told how: what proves an answer, an example, and what a TRUE that needs a citation must
// cite. And whether an official id stands for one entry only.

import type { Catalogue, Group, Statement } from '../../core/model/catalogue.ts';
import { finding } from '../../core/text/finding.ts';
import type { CatalogueCheck } from './check.ts';
import { placeOfEntry } from './check.ts';

/** Groups, and statements that are not bands: what guidance is written for. */
const asked = ({ groups, statements }: Catalogue): readonly (Group | Statement)[] => [
  ...groups.values(),
  ...[...statements.values()].filter(({ group }) => group === undefined),
];

export const missingAdvice: CatalogueCheck = function* (input) {
  for (const { id, evidence, example } of asked(input.catalogue)) {
    for (const [key, text, help] of [
      ['evidence', evidence, 'say what document or record proves an answer'],
      ['example', example, 'tell one short case with its answer'],
    ] as const) {
      if (text !== undefined && text.trim() !== '') continue;
      yield finding('catalogue/missing-advice', `\`${id}\` has no \`${key}\``, {
        at: placeOfEntry(input, id),
        help: [`add \`${key}\`: ${help}`],
        data: { entry: id, key },
      });
    }
  }
};

/** What a citation is called in the languages that catalogues are written in. */
const CITATION =
  /\b(cit(e|es|ation)|refer(s|ence)?|name|standards?|norm|scheme|certifi|list|edition|method|report|register|licen|rule|program|Verweis|Quelle|Zertifi|Liste|Verfahren|nenn|r\u00e9f\u00e9rence|norme|certific|liste|m\u00e9thode|ISO|EN|IEC)/iu;

export const noCitationGuidance: CatalogueCheck = function* (input) {
  for (const {
    id,
    guidance,
    evidence = '',
    cites,
    list,
    references,
    group,
  } of input.catalogue.statements.values()) {
    if (!cites || group !== undefined || list !== undefined || references.length > 0) continue;
    if (CITATION.test(`${guidance} ${evidence}`)) continue;
    yield finding(
      'catalogue/no-citation-guidance',
      `a TRUE of \`${id}\` needs a citation, and nothing says of what`,
      {
        at: input.placeOf('statements', id, 'cites') ?? placeOfEntry(input, id),
        help: ['say in `guidance` what to cite, or name it under `references` or `list`'],
        data: { statement: id },
      },
    );
  }
};

export const officialTwice: CatalogueCheck = function* (input) {
  const first = new Map<string, string>();
  for (const { id, official } of asked(input.catalogue)) {
    for (const [index, name] of official.entries()) {
      const earlier = first.get(name);
      if (earlier === undefined) {
        first.set(name, id);
        continue;
      }
      const placeIn = (entry: string, ...path: readonly string[]) =>
        input.placeOf('statements', entry, ...path) ?? input.placeOf('groups', entry, ...path);
      const other = placeIn(earlier, 'official') ?? placeOfEntry(input, earlier);
      yield finding(
        'catalogue/official-twice',
        `\`${id}\` carries the official id \`${name}\` of \`${earlier}\``,
        {
          at: placeIn(id, 'official', String(index)) ?? placeOfEntry(input, id),
          related: other === undefined ? [] : [{ at: other, label: 'first given here' }],
          help: ['keep the id at the entry that the official template means by it'],
          data: { official: name, entries: [earlier, id] },
        },
      );
    }
  }
};
