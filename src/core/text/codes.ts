// The table of finding codes. A code is a promise: its slug is never reused or renamed. Each has a page in
// docs/codes, a minimal trigger in fixtures/findings and a golden rendering; a test keeps the four sets equal.

import type { Severity } from './finding.ts';

interface CodeEntry {
  readonly severity: Severity;
  readonly title: string;
}

const entry = (severity: Severity, title: string): CodeEntry => ({ severity, title });

export const codes = {
  // The text itself could not be read.
  'read/not-found': entry('error', 'a file or pattern leads nowhere'),
  'read/not-a-file': entry('error', 'a folder or device stands where a file is needed'),
  'read/unreadable': entry('error', 'the file cannot be opened'),
  'read/too-large': entry('error', 'the document is larger than the limit'),
  'read/too-deep': entry('error', 'the document nests deeper than the limit'),
  'read/empty': entry('error', 'the document holds nothing'),
  'read/encoding': entry('error', 'the bytes are not UTF-8 text'),
  'read/syntax': entry('error', 'the text is not well-formed'),
  'read/duplicate-key': entry('error', 'a key stands twice in one map'),
  'read/unsupported-yaml': entry('error', 'the YAML uses a feature that documents here may not use'),
  'read/unknown-format': entry('error', 'the file is in no format this tool reads'),
  'read/unknown-kind': entry('error', 'the document does not say what it is'),
  'read/wrong-kind': entry('error', 'the document is of another kind than is needed here'),
  'read/hidden-character': entry('warning', 'a text holds a character that nobody sees'),
  'read/unknown-key': entry('error', 'a key has no meaning here'),
  'read/missing-key': entry('error', 'a required key is missing'),
  'read/wrong-value': entry('error', 'a value has the wrong shape'),
  'read/bad-quantity': entry('error', 'a quantity cannot be read, or its unit does not fit'),
  'read/bad-date': entry('error', 'a date is not a calendar date'),
  'read/table': entry('error', 'a table row or column cannot be used'),

  // One sheet.
  'sheet/unknown-catalogue': entry('error', 'the catalogue or its version is not known'),
  'sheet/unknown-statement': entry('error', 'the statement is not in the catalogue'),
  'sheet/unknown-quantity': entry('error', 'the quantity is not in the catalogue'),
  'sheet/wrong-answer': entry('error', 'the answer does not fit the statement'),
  'sheet/repeated-answer': entry('error', 'one statement is answered twice'),
  'sheet/two-bands-true': entry('error', 'two bands of one group are true'),
  'sheet/contradiction': entry('error', 'answers cannot all be true of one product'),
  'sheet/not-as-stated': entry('error', 'an answer about the header is not as the header has it'),
  'sheet/left-open': entry('note', 'an answer that is left open follows from the others'),
  'sheet/uncited': entry('error', 'an answer lacks the citation it needs'),
  'sheet/wrong-list': entry('error', 'the answer relies on another list than the statement names'),
  'sheet/expired': entry('error', 'the sheet is past its validity'),
  'sheet/expired-evidence': entry('warning', 'an assurance behind an answer is past its validity'),
  'sheet/issued-after-valid': entry('error', 'the sheet is issued after its validity ends'),
  'sheet/issued-in-future': entry('warning', 'the sheet is dated in the future'),
  'sheet/bad-identifier': entry('error', 'an identifier fails its check digit or form'),
  'sheet/content-above-mass': entry('error', 'a product contains more of something than it weighs'),
  'sheet/shares-above-whole': entry('error', 'the shares of a composition are more than the whole'),
  'sheet/repeated-material': entry('error', 'a material or a substance stands twice in a composition'),
  'sheet/hidden-above-limit': entry('error', 'more of a composition is hidden than the catalogue allows'),
  'sheet/edition-conflict': entry('error', 'two sheets carry the same id and revision but differ'),
  'sheet/shared-identifier': entry(
    'error',
    'two makers or products bear one product number; a warning where only names differ',
  ),
  'sheet/stale-input': entry('error', 'the sheet was made with another content of an input than is at hand'),
  'sheet/superseded-input': entry('warning', 'the sheet was made with an input that has a newer revision'),
  'sheet/input-not-at-hand': entry('note', 'an input that the sheet was made with is not at hand'),
  'sheet/superseded': entry('note', 'a newer revision of the sheet is at hand'),
  'sheet/expires-soon': entry('warning', 'the sheet or an assurance ends within the days asked for'),
  'sheet/old-list': entry('warning', 'answers rely on an older edition of a list than is asked for'),
  'sheet/claims-more': entry('error', 'an answer claims more than the bill of the sheet gives'),
  'sheet/out-of-date': entry('warning', 'the sheet is not what its bill gives now'),
  'sheet/unknown-convention': entry(
    'error',
    'an answer rests on a convention that the catalogue does not have',
  ),
  'sheet/not-by-convention': entry('error', 'an answer is marked by a convention that cannot decide it'),
  'sheet/by-convention': entry('note', 'answers hold only by a convention'),
  'sheet/nothing-answered': entry('warning', 'the sheet answers nothing'),

  // One catalogue.
  'catalogue/unknown-name': entry('error', 'a name in the catalogue leads nowhere'),
  'catalogue/bad-ladder': entry('error', 'the bands of a ladder leave a gap or overlap'),
  'catalogue/bad-rule': entry('error', 'a rule or a behaviour does not fit what it is said of'),
  'catalogue/duplicate': entry('error', 'two catalogues carry the same name and version'),
  'catalogue/unknown-base': entry('error', 'the catalogue that is extended is not known'),
  'catalogue/extends-itself': entry('error', 'a catalogue extends itself'),

  // One catalogue, looked at closely by `catalogue lint`.
  'catalogue/no-cell': entry('error', 'no effect says what becomes of values of a kind of rule'),
  'catalogue/unsaid': entry('note', 'an effect leaves kinds of rules unsaid'),
  'catalogue/no-implicit-effect': entry('warning', 'no effect stands for parts left over'),
  'catalogue/not-opened': entry(
    'warning',
    'a joint can refute an assertion, an unnamed one does not open it',
  ),
  'catalogue/unreachable-band': entry('error', 'no figure can lie in a band'),
  'catalogue/settled': entry('error', 'a statement has the same answer for every product'),
  'catalogue/fixed-quantity': entry('error', 'constraints leave a quantity one value only'),
  'catalogue/idle-convention': entry('error', 'a convention can settle nothing'),
  'catalogue/official-twice': entry('error', 'two entries carry one id of the official template'),
  'catalogue/word-twice': entry('warning', 'a word leads to two effects'),
  'catalogue/no-citation-guidance': entry('warning', 'guidance does not say what a true answer must cite'),
  'catalogue/missing-advice': entry(
    'warning',
    'an entry says not what proves an answer, or gives no example',
  ),
  'catalogue/untranslated': entry('warning', 'a text is missing in a translation'),
  'catalogue/superfluous-translation': entry(
    'warning',
    'a translation has a text that the catalogue has not',
  ),
  'catalogue/stale-translation': entry('warning', 'a translation is of another version or of other figures'),

  // One bill.
  'bill/unknown-effect': entry('error', 'the process names an effect the catalogue does not have'),
  'bill/unknown-convention': entry('error', 'the bill adopts a convention the catalogue does not have'),
  'bill/unknown-part': entry('error', 'a process takes a part that does not exist at that point'),
  'bill/part-taken-twice': entry('error', 'a part is used up by two processes'),
  'bill/part-lost': entry('error', 'a process gives a part the name of another part'),
  'bill/part-unused': entry('warning', 'parts are left over at the end and count as assembled'),
  'bill/process-parameter': entry(
    'error',
    'a process lacks a parameter, or has one that its effect does not take as it stands',
  ),
  'bill/mass-missing': entry('error', 'an input has no mass'),
  'bill/mass-negative': entry('error', 'a mass is negative, or a loss exceeds what there is'),
  'bill/mass-imbalance': entry('error', 'inputs less losses do not give the mass of the product'),
  'bill/mass-rounded': entry('note', 'inputs less losses give the mass of the product but for rounding'),
  'bill/missing-sheet': entry('error', 'the sheet of an input cannot be found'),
  'bill/unsure-sheet': entry('error', 'an id may stand in a file that cannot be read'),
  'bill/outside-reference': entry('error', 'a reference leads out of the folder of the run'),
  'bill/wrong-catalogue': entry('error', 'an input is answered against another catalogue'),
  'bill/cycle': entry('error', 'a bill contains itself'),
  'bill/too-deep': entry('error', 'steps or bills follow one another beyond the limit'),
  'bill/nothing-inside': entry('error', 'nothing is contained in the product'),

  // A merge.
  'merge/no-sheet': entry('warning', 'no sheet was received for an input'),
  'merge/input-expired': entry('warning', 'an input is expired and counts as unknown'),
  'merge/answers-disregarded': entry(
    'warning',
    'answers of an input cannot be relied on and count as unknown',
  ),
  'merge/input-conflict': entry('error', 'two inputs carry the same id and revision but differ'),
  'merge/assertion-refuted': entry('error', 'what the maker asserts is refuted by a process or an input'),
  'merge/assertion-open': entry('warning', 'what the maker asserts is left open by a process or an input'),
  'merge/not-applicable-overruled': entry(
    'warning',
    'what the maker calls not applicable is answered all the same',
  ),
  'merge/own-answer-conflict': entry('error', 'what the maker answers cannot be true of these inputs'),
  'merge/self-reference': entry('error', 'the product is made of itself, by its sheet id'),
  'merge/convention-set-aside': entry('warning', 'what the maker answers cannot be so by a convention'),
  'merge/convention-not-adopted': entry(
    'note',
    'answers of an input hold by a convention that the bill does not adopt',
  ),
  'merge/validity-shortened': entry('note', 'the validity ends earlier than the bill asks'),

  // A workspace.
  'workspace/not-found': entry('error', 'there is no workspace around the folder'),
  'workspace/no-bill': entry('error', 'a path or pattern of a workspace leads to no bill'),
  'workspace/bill-not-listed': entry('error', 'an input is made by a bill that the workspace leaves out'),
  'workspace/nothing-makes-it': entry('error', 'an input refers to an output that no bill makes'),
  'workspace/repeated-sheet': entry('error', 'two bills of a workspace make the same sheet'),
  'workspace/repeated-output': entry('error', 'two bills of a workspace would be written to one place'),
  'workspace/left-behind': entry('warning', 'an output that no bill makes lies among the others'),
  'workspace/wrong-place': entry('error', 'a path of a workspace leads where nothing may be read or written'),
  'workspace/foreign-output': entry(
    'error',
    'a file that no build has made stands where one would be written',
  ),
  'workspace/revisions-spent': entry('error', 'a sheet has the last revision that can be written'),
  'workspace/expired': entry('warning', 'a sheet that stands, or one of an input, is past its validity'),
  'workspace/told-before': entry('warning', 'bills that did not change gave warnings when they were merged'),
  'workspace/stale': entry('error', 'a file is not what a build would write'),

  // What the tool writes, and how it was asked.
  'emit/not-written': entry('error', 'a file could not be written'),
  'emit/would-overwrite-input': entry('error', 'the output is one of the inputs'),
  'explain/no-trace': entry('error', 'there is no trace beside the sheet'),
  'explain/stale-trace': entry('error', 'the trace belongs to another edition of the sheet'),
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
