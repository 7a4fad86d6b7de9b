// What stands behind an answer in its long form: reason, basis, list, references, evidence, assurance, custody, note.

import {
  type AnswerDetails,
  type Assurance,
  answerBases,
  assuranceLevels,
  type Evidence,
  openReasons,
} from '../../core/model/sheet.ts';
import { custodyModels } from '../../core/values/custody.ts';
import { type Node, valueAt } from '../tree.ts';
import { itemsOf, type Report, textAt, textsAt, wordAt } from './fields.ts';
import { readDate } from './header.ts';

export function readDetails(node: Node, report: Report): AnswerDetails {
  const reason = wordAt(node, 'reason', openReasons);
  const basis = wordAt(node, 'basis', answerBases);
  const conventions = textsAt(node, 'conventions');
  const list = textAt(node, 'list');
  const custody = wordAt(node, 'custody', custodyModels);
  const assurance = readAssurance(valueAt(node, 'assurance'), report);
  const note = textAt(node, 'note');
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(basis === undefined ? {} : { basis }),
    ...(conventions.length === 0 ? {} : { conventions }),
    ...(list === undefined ? {} : { list }),
    ...(custody === undefined ? {} : { custody }),
    references: textsAt(node, 'references'),
    evidence: itemsOf(valueAt(node, 'evidence')).flatMap(readEvidence),
    ...(assurance === undefined ? {} : { assurance }),
    ...(note === undefined ? {} : { note }),
  };
}

function readEvidence(node: Node): readonly Evidence[] {
  const title = textAt(node, 'title');
  const uri = textAt(node, 'uri');
  const sha256 = textAt(node, 'sha256');
  if (title === undefined) return [];
  return [{ title, ...(uri === undefined ? {} : { uri }), ...(sha256 === undefined ? {} : { sha256 }) }];
}

function readAssurance(node: Node | undefined, report: Report): Assurance | undefined {
  const level = wordAt(node, 'level', assuranceLevels);
  if (level === undefined) return undefined;
  const by = textAt(node, 'by');
  const scheme = textAt(node, 'scheme');
  const date = readDate(node, 'date', report);
  const validUntil = readDate(node, 'validUntil', report);
  return {
    level,
    ...(by === undefined ? {} : { by }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(date === undefined ? {} : { date }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}
