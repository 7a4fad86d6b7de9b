// One document of a validation run: read, checked and counted.

import { withoutFollowUps } from '../../checks/follow-ups.ts';
import { checkBill, checkSheet } from '../../checks/index.ts';
import { planBill } from '../../core/merge/plan.ts';
import { type Catalogue, catalogueName } from '../../core/model/catalogue.ts';
import type { Sheet } from '../../core/model/sheet.ts';
import { countAnswered } from '../../core/questions/answer-counts.ts';
import { type Finding, hasErrors } from '../../core/text/finding.ts';
import type { Checked } from '../../core/text/verdict.ts';
import type { DateText } from '../../core/values/date.ts';
import { valueAt } from '../../read/tree.ts';
import { pluralOrNone } from '../../render/plural.ts';
import { loadBillWithInputs } from '../bills.ts';
import {
  type Content,
  type Desk,
  openDocument,
  type ParsedDocument,
  parseDocument,
  readDocument,
  wrongKind,
} from '../documents.ts';
import type { MetCatalogues } from '../met-catalogues.ts';
import { findSelfReferences } from '../self-references.ts';
import type { Target } from '../targets.ts';
import { type Gathered, gatherBill, gatherSheet } from './check-gathered.ts';

type Counts = { -readonly [Key in keyof Checked]: Checked[Key] };

/** The state of a validation run. */
export interface Checking {
  readonly desk: Desk;
  /** The catalogues of the desk, to which those met in the run are added. */
  readonly catalogues: MetCatalogues;
  /** What waits for the catalogues that may still be met; undefined once all of them are. */
  readonly waiting: Target[] | undefined;
  readonly today: DateText;
  readonly findings: Finding[];
  /** What is known of the documents so far, to hold them against one another. */
  readonly gathered: Gathered;
  /** Names of the catalogues that sheets and bills were checked against. */
  readonly against: Set<string>;
  readonly counts: Counts;
  /** Names of documents whose form or catalogue is wrong, so that what they say could not be checked. */
  readonly unread: Set<string>;
  /** Says a line about the course of the run, where that is wanted. */
  readonly tell: (line: string) => void;
}

export async function checkTarget(checking: Checking, target: Target): Promise<void> {
  const { desk, counts } = checking;
  const found = await checkDocument(checking, target);
  if (found === 'waits') {
    desk.texts.delete(target.name);
    checking.waiting?.push(target);
    return;
  }
  checking.tell(`${target.name}: ${found === 'passed over' ? found : pluralOrNone(found.length, 'finding')}`);
  if (found === 'passed over') counts.notChecked += 1;
  else if (found.length > 0) checking.findings.push(...found);
  // Texts are kept only where there is something to show in them.
  if (found === 'passed over' || found.length === 0) letGo(desk, target);
}

/** What came through a pipe cannot be read again. */
function letGo({ texts }: Desk, { name, path }: Target): void {
  if (path !== undefined) texts.delete(name);
}

async function checkDocument(
  checking: Checking,
  target: Target,
): Promise<readonly Finding[] | 'passed over' | 'waits'> {
  const { desk, counts } = checking;
  const opened = await openDocument(desk, target);
  if (opened.value === undefined) {
    counts.notChecked += 1;
    return opened.findings;
  }
  if (target.met && !saysWhatItIs(opened.value.source.text)) return 'passed over';
  const parsed = await parseDocument(desk, opened.value);
  if (parsed.value === undefined) {
    counts.notChecked += 1;
    return parsed.findings;
  }
  const { kind } = parsed.value;
  if (kind === 'trace' || kind === 'findings' || kind === 'lock' || kind === 'workspace') {
    if (target.met) return 'passed over';
    counts.notChecked += 1;
    return [wrongKind(parsed.value, 'a sheet, a bill, a catalogue or a translation')];
  }
  if (mustWait(checking, target, parsed.value)) return 'waits';
  counts[`${kind}s`] += 1;
  const loaded = await readDocument(desk, parsed.value);
  const content = loaded.value?.content;
  if (content === undefined) {
    checking.unread.add(target.name);
    return [...parsed.findings, ...loaded.findings];
  }
  const found = [...parsed.findings, ...loaded.findings];
  // A catalogue that is wrong in itself is nothing to check sheets against.
  if (content.kind === 'catalogue' && hasErrors(found)) return found;
  return withoutFollowUps([...found, ...(await checkContent(checking, target, parsed.value, content))]);
}

/** Bills lead to sheets of any catalogue. What came through a pipe cannot be read twice; it comes last anyway. */
function mustWait(
  { waiting, catalogues }: Checking,
  target: Target,
  { kind, tree }: ParsedDocument,
): boolean {
  if (waiting === undefined || target.path === undefined) return false;
  if (kind === 'bill') return true;
  const name = kind === 'sheet' ? valueAt(tree, 'catalogue') : undefined;
  return name?.kind === 'scalar' && catalogues.find(name.text) === undefined;
}

/** In a folder, what does not name its kind is somebody else's file. */
const saysWhatItIs = (text: string): boolean =>
  /(^|[\s"'{,;])loopsheet["']?\s*[:,;]/m.test(text.slice(0, 65_536));

async function checkContent(
  checking: Checking,
  target: Target,
  document: ParsedDocument,
  content: Content,
): Promise<readonly Finding[]> {
  const { today, against, gathered } = checking;
  if (content.kind === 'catalogue') {
    const { catalogues } = checking;
    return catalogues.add(content.catalogue, target.name, valueAt(document.tree, 'id')?.at);
  }
  if (content.kind === 'sheet') {
    const { sheet, catalogue } = content;
    against.add(catalogueName(catalogue));
    countAnswers(checking, sheet, catalogue);
    gatherSheet(gathered, target, document.bytes, content);
    return checkSheet({ sheet, catalogue, today });
  }
  if (content.kind === 'bill') {
    const { bill, catalogue } = content;
    against.add(catalogueName(catalogue));
    gatherBill(gathered, target, content);
    const inputs = target.path === undefined ? [] : await checkInputs(checking, target);
    return [...checkBill(bill, catalogue, today), ...planBill(bill, catalogue).findings, ...inputs];
  }
  return [];
}

async function checkInputs({ desk, gathered }: Checking, target: Target): Promise<readonly Finding[]> {
  const { value: loaded, findings } = await loadBillWithInputs(desk, target, gathered.held);
  return loaded === undefined ? findings : [...findings, ...findSelfReferences(loaded, 1)];
}

function countAnswers({ counts }: Checking, sheet: Sheet, catalogue: Catalogue): void {
  const { answered, all } = countAnswered(sheet, catalogue);
  counts.answered += answered;
  counts.open += all - answered;
}
