// A report as GitHub-flavoured Markdown: the same bytes for the same report, no clock, and nothing that a supplier
// wrote can become mark-up.

import type { Report, ReportInput, ReportRow, ReportSection } from '../../core/questions/report-model.ts';
import { capitalised } from '../../core/questions/words.ts';
import { plural } from '../plural.ts';
import { shareText } from './amounts.ts';
import { headingTwo, list, table } from './markdown-blocks.ts';
import { codeSpan, escapeMarkdown, escapeMarkdownStarts, markdownSentence } from './markdown-escape.ts';
import {
  changesInWords,
  countsText,
  coverageLines,
  INPUTS_TITLE,
  NAMED_ONLY,
  PRIVATE,
  processName,
  processTitle,
  questionTitle,
  REFERENCE,
  validityText,
} from './report-words.ts';
import { moreAnswers, moreReasons, rangesInWords, titlesInShort } from './shortened.ts';

export function renderMarkdownReport(report: Report): string {
  const blocks: readonly (string | undefined)[] = [
    `# ${escapeMarkdown(report.product.name)}`,
    markdownSentence(`A circularity data sheet, ${REFERENCE}.`),
    report.isPrivate ? `> **${PRIVATE}**` : undefined,
    headTable(report),
    ...report.untold.map((each) => `> ${markdownSentence(each)}`),
    ...coverageBlock(report),
    ...report.sections.flatMap((section) => sectionBlock(section, report)),
    ...figuresBlock(report),
    ...changesBlock(report),
    ...openBlock(report),
    ...restsBlock(report),
    ...assuranceBlock(report),
    ...evidenceBlock(report),
    headingTwo('Taken for granted'),
    list(report.assumptions.map((each) => markdownSentence(each))),
  ];
  return escapeMarkdownStarts(`${blocks.filter((block) => block !== undefined).join('\n\n')}\n`);
}

function headTable({ sheet, product, maker, assurance, isMerged, counts }: Report): string {
  const ids = (named: Report['product']['ids']): readonly string[] =>
    named.map((id) => `${escapeMarkdown(id.name)} ${codeSpan(id.value, true)}`);
  const level = product.mass === undefined ? product.level : `${product.level}, ${product.mass}`;
  const rows = [
    ['Maker', [escapeMarkdown(maker.name), ...ids(maker.ids)].join('<br>')],
    ...(maker.site === undefined ? [] : [['Site', escapeMarkdown(maker.site)]]),
    ['Product', [markdownSentence(level, true), ...ids(product.ids)].join('<br>')],
    [
      'Sheet',
      `${codeSpan(sheet.id, true)}, revision ${sheet.revision}, ${isMerged ? 'merged from other sheets' : 'filled by its maker'}`,
    ],
    ['Catalogue', codeSpan(sheet.catalogue, true)],
    ['Issued', markdownSentence(sheet.issued, true)],
    ...(sheet.validUntil === undefined ? [] : [['Valid until', markdownSentence(validityText(sheet), true)]]),
    ['Assurance', markdownSentence(assurance.inWords, true)],
    ['Answers', markdownSentence(countsText(counts), true)],
  ];
  return table(['', ''], rows);
}

function coverageBlock({ coverage }: Report): readonly string[] {
  if (coverage === undefined) return [];
  return [headingTwo('Coverage'), list(coverageLines(coverage).map((line) => markdownSentence(line)))];
}

function sectionBlock({ number, title, rows, silent }: ReportSection, report: Report): readonly string[] {
  const more = moreReasons(report, rows);
  return [
    headingTwo(`${number} ${markdownSentence(title)}`),
    ...(rows.length === 0 ? [] : [table(['Statement', 'Answer', 'Why'], rows.map(answerRow))]),
    ...(more === undefined ? [] : [markdownSentence(capitalised(more))]),
    ...(silent.length === 0
      ? []
      : [`Not answered in the sheet: ${silent.map((each) => markdownSentence(each)).join('; ')}`]),
  ];
}

const answerRow = ({ id, title, text, shown, why }: ReportRow): readonly string[] => [
  [`**${markdownSentence(title, true)}**`, markdownSentence(text, true), codeSpan(id, true)]
    .filter((each) => each !== '')
    .join('<br>'),
  markdownSentence(shown, true),
  markdownSentence(why, true),
];

function figuresBlock({ figures }: Report): readonly string[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ id, title, inWords }) => [
    `${markdownSentence(title, true)}<br>${codeSpan(id, true)}`,
    markdownSentence(inWords, true),
  ]);
  return [headingTwo('Figures in the sheet'), table(['Figure', 'Value'], rows)];
}

function changesBlock({ changes }: Report): readonly string[] {
  if (changes === undefined || changes.length === 0) return [];
  const telling = changes.filter((process) => process.changes.length > 0);
  const quiet = changes.filter((process) => process.changes.length === 0).map(processName);
  const entries = telling.map((process) =>
    [
      `- ${markdownSentence(processTitle(process))}`,
      list(
        changesInWords(process.changes).map((each) => markdownSentence(each)),
        1,
      ),
    ].join('\n'),
  );
  const nothing =
    quiet.length === 0 ? [] : [list([markdownSentence(`changed nothing: ${quiet.join(', ')}`)])];
  return [headingTwo('What processes changed'), [...entries, ...nothing].join('\n')];
}

function openBlock(report: Report): readonly string[] {
  const { open } = report;
  if (open.length === 0) return [];
  const more = moreAnswers(report, open);
  const ranges = rangesInWords(report);
  const rows = open.flatMap((question) =>
    question.points.map((point, index) => [
      index === 0 ? markdownSentence(questionTitle(question), true) : '',
      markdownSentence(point.why, true),
      titlesInShort(point.answers.map(({ title }) => markdownSentence(title, true))).join('; '),
      markdownSentence(point.closes, true),
    ]),
  );
  return [
    headingTwo('Open questions'),
    table(['Because of', 'Why', 'Keeps open', 'To close it'], rows),
    ...(ranges === undefined ? [] : [markdownSentence(ranges)]),
    ...(more === undefined ? [] : [markdownSentence(capitalised(more))]),
  ];
}

function restsBlock({ inputs, isPrivate }: Report): readonly string[] {
  if (inputs.length === 0) return [];
  const columns = isPrivate
    ? [
        'Input',
        'Share of the mass that goes in',
        'State',
        'Product',
        'Maker',
        'Sheet',
        'SHA-256',
        'Valid until',
        'Assurance',
      ]
    : ['Sheet', 'SHA-256'];
  return [
    headingTwo(INPUTS_TITLE),
    ...(isPrivate ? [] : [NAMED_ONLY]),
    table(
      columns,
      inputs.map((input) => (isPrivate ? privateRow(input) : sheetCells(input))),
    ),
  ];
}

function privateRow(input: ReportInput): readonly string[] {
  const { path, name, share, inWords, product = '', maker = '', validUntil = '', assurance = '' } = input;
  return [
    [...path, name].map((each) => codeSpan(each, true)).join(' › '),
    share === undefined ? '' : shareText(share),
    inWords,
    escapeMarkdown(product),
    escapeMarkdown(maker),
    ...sheetCells(input),
    markdownSentence(validUntil, true),
    assurance,
  ];
}

const sheetCells = ({ sheet }: ReportInput): readonly string[] =>
  sheet === undefined
    ? ['', '']
    : [codeSpan(`${sheet.id}:${sheet.revision}`, true), codeSpan(sheet.sha256.slice(0, 12), true)];

function assuranceBlock({ assured }: Report): readonly string[] {
  if (assured.length === 0) return [];
  const rows = assured.map(({ inWords, answers }) => [
    markdownSentence(inWords, true),
    plural(answers.length, 'answer'),
    titlesInShort(answers.map((each) => markdownSentence(each, true))).join('; '),
  ]);
  return [headingTwo('Assurance of the answers given'), table(['Assurance', 'Number', 'Answers'], rows)];
}

function evidenceBlock({ evidence }: Report): readonly string[] {
  if (evidence.length === 0) return [];
  const rows = evidence.map(({ answer, title, uri = '', sha256 = '' }) => [
    markdownSentence(answer, true),
    escapeMarkdown(title),
    codeSpan(uri, true),
    codeSpan(sha256.slice(0, 12), true),
  ]);
  return [headingTwo('Evidence'), table(['Answer', 'Evidence', 'Where', 'SHA-256'], rows)];
}
