// What an answer rests on, one ground at a time: an answer of an input down to its line, a word of the maker, a
// fact of a process. Where the input was made by a bill of its own, that answer has grounds of its own in turn.

import type { Catalogue } from '../model/catalogue.ts';
import type { AssuranceLevel } from '../model/sheet.ts';
import type { TraceGround } from '../model/trace.ts';
import { figureExactly } from './figure-words.ts';
import { readFigure } from './figures.ts';
import { measureOf, type TraceView } from './view.ts';
import { listed, name } from './words.ts';

export interface ExplainedGround {
  readonly kind: TraceGround['kind'];
  /** The ground in a sentence. */
  readonly inWords: string;
  readonly file: string;
  readonly line: number;
  /** The statement or quantity it speaks of, and what it says. */
  readonly of?: string;
  readonly says?: string;
  readonly input?: string;
  readonly sheet?: string;
  readonly sha256?: string;
  readonly maker?: string;
  readonly product?: string;
  readonly assurance?: AssuranceLevel;
  /** Worked out from the composition in the sheet, rather than answered. */
  readonly from?: 'composition';
  /** What whoever says it adds. */
  readonly note?: string;
  /** What it takes to be so, and by which conventions. */
  readonly claim?: string;
  readonly conventions?: readonly string[];
  readonly process?: string;
  readonly effect?: string;
}

export function explainGround(view: TraceView, ground: TraceGround): ExplainedGround {
  const { kind, file, line } = ground;
  if (ground.kind === 'process') {
    const title = view.catalogue.effects.get(ground.effect)?.title ?? ground.effect;
    const inWords = `process ${name(ground.name)} (${title})`;
    return { kind, inWords, file, line, process: ground.name, effect: ground.effect };
  }
  const { of, says } = ground;
  const claim = claimInWords(view.catalogue, of, says);
  if (ground.kind === 'convention') {
    const { conventions, input } = ground;
    const by = listed(conventions.map(name));
    const inWords = `by convention ${by} it is taken of input ${name(input)}: ${claim}`;
    return { kind, inWords, file, line, of, says, input, claim, conventions };
  }
  const note = ground.note === undefined ? {} : { note: ground.note };
  const noted = ground.note === undefined ? '' : `, and notes: ${name(ground.note)}`;
  if (ground.kind === 'own')
    return { kind, inWords: `the maker says: ${claim}${noted}`, file, line, of, says, ...note };
  const { input, sheet, sha256, assurance, from } = ground;
  const { product, maker } = view.inputs.get(input)?.sheet ?? {};
  return {
    kind,
    inWords:
      from === undefined
        ? `input ${name(input)} says: ${claim}${noted}`
        : `the composition of input ${name(input)} gives: ${claim}`,
    file,
    line,
    of,
    says,
    input,
    sheet,
    sha256,
    ...(maker === undefined ? {} : { maker }),
    ...(product === undefined ? {} : { product }),
    assurance,
    ...(from === undefined ? {} : { from }),
    ...note,
  };
}

/** `durability.x` is FALSE, `inputs.y` is more than 47.5 % and at most 50 %. */
export function claimInWords(catalogue: Catalogue, of: string, says: string): string {
  if (says === 'true') return `${name(of)} is TRUE`;
  if (says === 'false') return `${name(of)} is FALSE`;
  if (says === 'not-applicable') return `${name(of)} does not apply`;
  const measure = measureOf(catalogue, of);
  const region = readFigure(says, measure);
  return region === undefined || measure === undefined
    ? `${name(of)} is ${name(says)}`
    : `${name(of)} is ${figureExactly(region, measure)}`;
}
