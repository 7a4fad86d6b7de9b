// Looking up names inside one catalogue: what a name may refer to, and the finding when it refers to nothing.

import type { Quantity, RuleKindName } from '../../core/model/catalogue.ts';
import { finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { didYouMean, suggest } from '../../core/text/suggest.ts';
import { type Node, valueAt } from '../tree.ts';
import { entriesOf, namedItems, type Report, scalarText } from './fields.ts';

/** Everything that may be named in a catalogue, known before any rule is read. */
export interface Names {
  readonly sections: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, readonly string[]>;
  /** Figures and groups, with what they are measured in; filled before statements and effects are read. */
  readonly quantities: Map<string, Quantity>;
  /** Quantities of which it is not clear what they are measured in: said once, and not judged any further. */
  readonly unclear: Set<string>;
  /** Ids of statements, bands included. */
  readonly statements: Set<string>;
  /** Statements with a rule of their own, by its kind; filled before effects are read. */
  readonly plainRules: Map<string, RuleKindName>;
  /** Traits that some effect has. */
  readonly traits: ReadonlySet<string>;
  readonly report: Report;
}

export function reportUnknown(
  name: string,
  what: string,
  known: Iterable<string>,
  at: Span,
  report: Report,
): void {
  const names = [...known];
  const list = names.length === 0 ? `the catalogue has no ${what}` : `there is ${listed(alike(name, names))}`;
  report(
    finding('catalogue/unknown-name', `${what} \`${name}\` is not in the catalogue`, {
      at,
      help: [didYouMean(name, names) ?? list],
      data: { name, what, near: [...suggest(name, names)] },
    }),
  );
}

const MOST_LISTED = 12;

/** Of many names those of the same section, where there are any. */
function alike(name: string, names: readonly string[]): readonly string[] {
  if (names.length <= MOST_LISTED) return names;
  const section = `${name.split('.')[0] ?? ''}.`;
  const same = names.filter((each) => each.startsWith(section));
  return same.length > 0 ? same : names;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => `\`${name}\``);
  return names.length > MOST_LISTED
    ? `${shown.join(', ')} and ${names.length - MOST_LISTED} more`
    : shown.join(', ');
}

/** The names that may be used somewhere: a set, or the keys of a map. */
export type Known = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/** The name under a key if it is known; a finding when it is not. */
export function knownName(
  node: Node,
  key: string,
  what: string,
  known: Known,
  report: Report,
): string | undefined {
  const written = valueAt(node, key);
  const name = scalarText(written);
  if (written === undefined || name === undefined) return undefined;
  if (known.has(name)) return name;
  reportUnknown(name, what, known.keys(), written.at, report);
  return undefined;
}

/** The names of a list that are known; a finding for each that is not. */
export function knownNames(
  node: Node,
  key: string,
  what: string,
  known: Known,
  report: Report,
): readonly string[] {
  return namedItems(valueAt(node, key)).flatMap(({ text, at }) => {
    if (known.has(text)) return [text];
    reportUnknown(text, what, known.keys(), at, report);
    return [];
  });
}

export const keysOf = (node: Node | undefined): readonly string[] => entriesOf(node).map(({ key }) => key);

export function reportBadRule(message: string, help: string, at: Span, report: Report): void {
  report(finding('catalogue/bad-rule', message, { at, help: [help] }));
}
