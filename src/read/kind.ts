// What a document says it is: the first thing read of every document, before its shape is looked at.

import { finding, type Result } from '../core/text/finding.ts';
import { didYouMean } from '../core/text/suggest.ts';
import { entryOf, type Node } from './tree.ts';
import { type DocumentKind, documentKinds } from './validator.ts';

/** The major version of every kind that this tool reads. */
const VERSION = '1';

const known: readonly string[] = documentKinds.map((kind) => `${kind}/${VERSION}`);

const isKind = (name: string | undefined): name is DocumentKind =>
  documentKinds.some((kind) => kind === name);

export function documentKind(tree: Node): Result<DocumentKind | undefined> {
  const entry = entryOf(tree, 'loopsheet');
  const written = entry?.value.kind === 'scalar' ? entry.value.text : undefined;
  const [, name, version] = /^([^/]*)(?:\/(.*))?$/s.exec(written ?? '') ?? [];
  if (isKind(name) && written === `${name}/${VERSION}`) return { value: name, findings: [] };
  const { message, help } = explain(tree, written, name, version);
  const at = entry === undefined ? { ...tree.at, end: tree.at.start } : entry.value.at;
  const data = { found: written ?? null, known: [...known] };
  return { value: undefined, findings: [finding('read/unknown-kind', message, { at, help, data })] };
}

interface Words {
  readonly message: string;
  readonly help: readonly string[];
}

function explain(
  tree: Node,
  written: string | undefined,
  name: string | undefined,
  version: string | undefined,
): Words {
  const list = `write one of ${known.map((each) => `\`${each}\``).join(', ')}`;
  if (tree.kind !== 'map') {
    return {
      message: 'the document is not a map of keys and values',
      help: ['start it with `loopsheet: sheet/1`'],
    };
  }
  if (written === undefined) {
    return {
      message: 'the document does not say what it is',
      help: ['start it with `loopsheet: sheet/1` or another kind', list],
    };
  }
  if (isKind(name) && version !== undefined) {
    const message = `version ${version} of the kind \`${name}\` is not read by this tool`;
    return {
      message,
      help: [`write \`loopsheet: ${name}/${VERSION}\`, or use a tool that reads version ${version}`],
    };
  }
  const near = isKind(name) ? `did you mean \`${name}/${VERSION}\`?` : didYouMean(written, known);
  return {
    message: `\`${written}\` is no kind of document`,
    help: [...(near === undefined ? [] : [near]), list],
  };
}
