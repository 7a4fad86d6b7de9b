// Does what a sheet says it was made of agree with the sheets at hand? Each edition that is relied on is told about
// once, however many sheets rely on it.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { InputFact, SheetFacts } from './facts.ts';
import { groupedBy } from './grouped.ts';

/** By the name of each bill of the run, the digests that its sheet at hand has in the form in which a merge has it. */
export type MadeHere = ReadonlyMap<string, ReadonlySet<string>>;

interface AtHand {
  readonly made: MadeHere;
  readonly byName: ReadonlyMap<string, readonly SheetFacts[]>;
  readonly newest: ReadonlyMap<string, SheetFacts>;
}

/** An edition that sheets were made of. */
interface Relied {
  readonly input: InputFact;
  readonly by: SheetFacts[];
  /** Whether another input of one of those sheets is at hand. */
  isPartOfChain: boolean;
}

export function* lineageFindings(
  sheets: readonly SheetFacts[],
  newest: ReadonlyMap<string, SheetFacts>,
  made: MadeHere,
): Iterable<Finding> {
  const atHand: AtHand = { made, byName: groupedBy(sheets, ({ name }) => name), newest };
  for (const relied of reliedOn(sheets, atHand)) {
    const found = judge(relied, atHand);
    if (found !== undefined) yield found;
  }
}

function reliedOn(sheets: readonly SheetFacts[], { newest }: AtHand): Iterable<Relied> {
  const relied = new Map<string, Relied>();
  for (const sheet of sheets) {
    // What an older revision was made with is history.
    if (newest.get(sheet.id)?.revision !== sheet.revision) continue;
    const isChain = sheet.inputs.some(({ id }) => newest.has(id));
    for (const input of sheet.inputs) {
      const key = `${input.name} ${input.sha256}`;
      const known = relied.get(key) ?? { input, by: [], isPartOfChain: false };
      if (known.by.at(-1) !== sheet) known.by.push(sheet);
      known.isPartOfChain ||= isChain;
      relied.set(key, known);
    }
  }
  return relied.values();
}

function judge(relied: Relied, { byName, newest, made }: AtHand): Finding | undefined {
  const { input } = relied;
  const same = byName.get(input.name) ?? [];
  const [other] = same;
  const isKnown =
    same.some(({ sha256 }) => sha256 === input.sha256) || made.get(input.name)?.has(input.sha256) === true;
  if (other !== undefined && !isKnown)
    return stale(relied, same.find(({ contents }) => contents?.includes(input.sha256)) ?? other);
  const latest = newest.get(input.id);
  if (latest !== undefined && latest.revision > input.revision) return superseded(relied, latest);
  const isMissing = other === undefined && !made.has(input.name);
  return isMissing && relied.isPartOfChain ? missing(relied) : undefined;
}

/** A digest stands for bytes; where nothing but the format of the sheet differs, that is said. */
function stale(relied: Relied, other: SheetFacts): Finding {
  const isSameContent = other.contents?.includes(relied.input.sha256) === true;
  const what = isSameContent
    ? 'whose content is that of the sheet at hand, in other bytes'
    : 'in another content than the sheet at hand';
  return finding('sheet/stale-input', `${madeOf(relied)}, ${what}`, {
    at: relied.input.at,
    label: `sha256 ${relied.input.sha256.slice(0, 12)}...`,
    related: [{ at: other.at, label: `sha256 ${other.sha256.slice(0, 12)}...` }],
    help: [
      'merge the bill again with the sheet at hand, or put back the sheet that was merged',
      ...(isSameContent ? [] : ['a changed sheet needs a new revision: tell its maker']),
    ],
    data: {
      ...dataOf(relied),
      found: other.sha256,
      file: other.file,
      ...(isSameContent ? { sameContent: true } : {}),
    },
  });
}

const superseded = (relied: Relied, latest: SheetFacts): Finding =>
  finding('sheet/superseded-input', `${madeOf(relied)}, of which revision ${latest.revision} is at hand`, {
    at: relied.input.at,
    related: [{ at: latest.at, label: 'the newer one' }],
    help: [`merge the bill again with \`${latest.name}\``],
    data: { ...dataOf(relied), newer: latest.name, file: latest.file },
  });

const missing = (relied: Relied): Finding =>
  finding('sheet/input-not-at-hand', `${madeOf(relied)}, which is not at hand`, {
    at: relied.input.at,
    help: ['name its file or folder as well, to have the whole chain checked'],
    data: dataOf(relied),
  });

const madeOf = ({ input, by }: Relied): string =>
  by.length === 1
    ? `the sheet was made with \`${input.name}\``
    : `the sheet and ${by.length - 1} more were made with \`${input.name}\``;

const dataOf = ({ input, by }: Relied) => ({
  input: input.name,
  sha256: input.sha256,
  sheets: by.map(({ name }) => name),
});
