// Writes a catalogue to begin with: one that stands alone, or one over another.

import { type Catalogue, catalogueName, type Statement } from '../../../core/model/catalogue.ts';
import { excludedBy, isLogical } from '../../../core/model/constraint.ts';
import { namedIn as namedInExpression } from '../../../core/model/expression.ts';
import { didYouMean } from '../../../core/text/suggest.ts';
import { nothingChecked, reachVerdict } from '../../../core/text/verdict.ts';
import { itemsOf, textAt } from '../../../read/documents/fields.ts';
import { type Node, valueAt } from '../../../read/tree.ts';
import {
  type ExtendedExamples,
  renderExtension,
  renderSkeleton,
} from '../../../render/catalogue/skeleton.ts';
import { escapeText } from '../../../render/escape.ts';
import type { Desk } from '../../documents.ts';
import type { Exit } from '../../exit.ts';
import { writeFindings } from '../../findings-output.ts';
import { flagOption, type Options, textOption } from '../../options.ts';
import { STANDARD_OUTPUT, writeArtefacts } from '../../output.ts';
import { refuseUsage } from '../../usage.ts';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export async function writeNew(desk: Desk, names: readonly string[], options: Options): Promise<Exit> {
  const { context, catalogues } = desk;
  const [id, ...others] = names;
  if (id === undefined)
    return refuseUsage(
      context,
      'it is not said what the new catalogue is called',
      'give an id, as in `loopsheet catalogue new our-house`',
    );
  if (others.length > 0)
    return refuseUsage(context, '`new` takes one id', 'name a file to write with `--output`');
  if (!KEBAB_CASE.test(id))
    return refuseUsage(
      context,
      `\`${id}\` is no id of a catalogue`,
      'use small letters, digits and single hyphens between them, as in `our-house`',
    );
  const extended = textOption(options, 'extends');
  const base = extended === undefined ? undefined : catalogues.find(extended);
  if (extended !== undefined && base === undefined)
    return refuseUsage(
      context,
      `catalogue \`${extended}\` is not known`,
      didYouMean(extended, catalogues.names()) ??
        `known: ${catalogues.names().join(', ')}; name the file of another one with \`--catalogue\``,
    );
  if (catalogues.find(`${id}/1`) !== undefined)
    return refuseUsage(context, `catalogue \`${id}/1\` is there already`, 'give the new one another id');
  if (base === undefined) return put(desk, renderSkeleton(id), options);
  const name = catalogueName(base);
  const examples = examplesFrom(base, await catalogues.tree(name));
  return put(desk, renderExtension(id, name, examples), options);
}

function put({ context, catalogues, texts }: Desk, text: string, options: Options): Exit {
  const output = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const findings = writeArtefacts(context, [{ path: output, text }], catalogues.read);
  const verdict = reachVerdict(findings, nothingChecked);
  if (findings.length > 0) {
    writeFindings(context, context.err, findings, verdict, { format: 'text', texts });
    return 2;
  }
  if (output !== STANDARD_OUTPUT && !flagOption(options, 'quiet'))
    context.err.write(`wrote ${escapeText(output)}\n`);
  return 0;
}

/** Entries that can be changed without any other entry of the base noticing. */
function examplesFrom(base: Catalogue, tree: Node | undefined): ExtendedExamples {
  const named = namedIn(base);
  const free = [...base.statements.values()].filter(
    ({ id, group, cites }) => group === undefined && !cites && !named.has(id),
  );
  const replaced = free.flatMap(asReplaced)[0];
  const takenBack = free.find(({ id }) => id !== replaced?.id)?.id;
  // Only as they were written do constraints have the ids by which they are taken back. Sums are no matter of opinion.
  const constraint = itemsOf(valueAt(tree, 'constraints'))
    .filter((item) => textAt(item, 'kind') === 'implies')
    .flatMap((item) => textAt(item, 'id') ?? [])[0];
  return {
    section: base.sections[0]?.id ?? 'section',
    ...(replaced === undefined ? {} : { replaced }),
    ...(takenBack === undefined ? {} : { takenBack }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}

function asReplaced({ id, section, title, text, level, meaning }: Statement) {
  if (meaning.kind !== 'plain' || !['all', 'any', 'own'].includes(meaning.rule.kind)) return [];
  return [{ id, section, title, text, level, kind: meaning.rule.kind }];
}

/** Statements that constraints, rules or other statements name. */
function namedIn({ constraints, statements, quantities }: Catalogue): ReadonlySet<string> {
  const logical = constraints.filter(isLogical).flatMap(excludedBy);
  return new Set([
    ...logical.map(({ statement }) => statement),
    ...[...statements.values()].flatMap(({ meaning }) =>
      meaning.kind === 'expression' ? namedInExpression(meaning.expression) : [],
    ),
    ...[...quantities.values()].flatMap(({ rule }) =>
      rule.kind === 'fraction' ? (rule.attributedBy ?? []) : [],
    ),
  ]);
}
