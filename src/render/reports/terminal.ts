// A report in the terminal: sections with tables, wrapped to the width and never cut. Colour only repeats what the
// words say.

import type { Report, ReportRow, ReportSection } from '../../core/questions/report-model.ts';
import { escapeLineStarts } from '../escape.ts';
import { facts } from '../frame.ts';
import type { Style } from '../palette.ts';
import { plural } from '../plural.ts';
import { type Cell, type Column, renderTable } from '../table.ts';
import { paintFor } from './explain-text.ts';
import { countsText, coverageLines, PRIVATE, REFERENCE, validityText } from './report-words.ts';
import { moreReasons, titlesInShort } from './shortened.ts';
import { type Block, blockText, bulletList, prose } from './terminal-blocks.ts';
import { changesBlock, openBlock, restsBlock } from './terminal-derived.ts';
import { glued, unglued } from './wrap.ts';

export function renderTerminalReport(report: Report, style: Style): string {
  const blocks: readonly (Block | undefined)[] = [
    { title: glued(report.product.name), lines: headLines(report, style) },
    coverageBlock(report, style),
    ...report.sections.map((section) => sectionBlock(section, report, style)),
    figuresBlock(report, style),
    changesBlock(report, style),
    openBlock(report, style),
    restsBlock(report, style),
    assuranceBlock(report, style),
    evidenceBlock(report, style),
    { title: 'Taken for granted', lines: bulletList(report.assumptions, style) },
  ];
  const shown = blocks.filter((block) => block !== undefined).map((block) => blockText(block, style));
  return escapeLineStarts(unglued(`${shown.join('\n\n')}\n\n${style.palette.faint(REFERENCE)}\n`));
}

function headLines(report: Report, style: Style): readonly string[] {
  const { sheet, product, maker, assurance, isMerged, isPrivate, counts } = report;
  const named = (ids: readonly { readonly name: string; readonly value: string }[]): readonly string[] =>
    ids.map((id) => `${id.name} ${id.value}`);
  const pairs: readonly (readonly [string, string])[] = [
    ['maker', [maker.name, ...named(maker.ids)].join('\n')],
    ...(maker.site === undefined ? [] : [['site', maker.site] as const]),
    [
      'product',
      [
        [product.level, ...(product.mass === undefined ? [] : [product.mass])].join(', '),
        ...named(product.ids),
      ].join('\n'),
    ],
    [
      'sheet',
      `${sheet.id}, revision ${sheet.revision}, ${isMerged ? 'merged from other sheets' : 'filled by its maker'}`,
    ],
    ['catalogue', sheet.catalogue],
    [
      'issued',
      `${sheet.issued}${sheet.validUntil === undefined ? '' : `, valid until ${validityText(sheet)}`}`,
    ],
    ['assurance', assurance.inWords],
    ['answers', countsText(counts)],
  ];
  return [
    facts(
      pairs.map(([name, value]) => [name, value.split('\n').map(glued).join('\n')]),
      style,
      2,
    ),
    ...(isPrivate ? ['', ...prose(PRIVATE, style)] : []),
    ...report.untold.flatMap((each) => ['', ...prose(each, style)]),
  ];
}

function coverageBlock({ coverage }: Report, style: Style): Block | undefined {
  if (coverage === undefined) return undefined;
  return { title: 'Coverage', lines: coverageLines(coverage).flatMap((line) => prose(line, style)) };
}

const answerColumns: readonly Column[] = [{ title: 'Statement' }, { title: 'Answer' }, { title: 'Why' }];

function sectionBlock({ number, title, rows, silent }: ReportSection, report: Report, style: Style): Block {
  const more = moreReasons(report, rows);
  const table =
    rows.length === 0
      ? []
      : [
          renderTable(
            answerColumns,
            rows.map((row) => answerRow(row, style)),
            style,
            2,
          ),
        ];
  const rest = silent.length === 0 ? [] : prose(`Not answered in the sheet: ${silent.join('; ')}`, style);
  return {
    title: glued(`${number} ${title}`),
    lines: [
      ...table,
      ...(more === undefined ? [] : prose(more, style, '  ', style.palette.faint)),
      ...(table.length > 0 && rest.length > 0 ? [''] : []),
      ...rest,
    ],
  };
}

/** Narrower, ids would leave no room for the reasons. */
const WIDE_ENOUGH_FOR_IDS = 120;

const answerRow = (
  { id, title, answer, shown, why }: ReportRow,
  { palette, width }: Style,
): readonly Cell[] => [
  width < WIDE_ENOUGH_FOR_IDS ? glued(title) : `${glued(title)}\n${glued(id)}`,
  { text: glued(shown), paint: paintFor(answer, palette) },
  glued(why),
];

function figuresBlock({ figures }: Report, style: Style): Block | undefined {
  if (figures.length === 0) return undefined;
  const rows = figures.map(({ title, inWords }) => [glued(title), glued(inWords)]);
  return {
    title: 'Figures in the sheet',
    lines: [renderTable([{ title: 'Figure' }, { title: 'Value' }], rows, style, 2)],
  };
}

function assuranceBlock({ assured }: Report, style: Style): Block | undefined {
  if (assured.length === 0) return undefined;
  const lines = assured.flatMap(({ inWords, answers }) => [
    ...prose(`${inWords} (${plural(answers.length, 'answer')})`, style),
    ...prose(titlesInShort(answers).join('; '), style, '    ', style.palette.faint),
  ]);
  return { title: 'Assurance of the answers given', lines };
}

function evidenceBlock({ evidence }: Report, style: Style): Block | undefined {
  if (evidence.length === 0) return undefined;
  const rows = evidence.map(({ answer, title, uri, sha256 }) => [
    glued(answer),
    glued(
      [
        title,
        ...(uri === undefined ? [] : [uri]),
        ...(sha256 === undefined ? [] : [`sha256 ${sha256.slice(0, 12)}`]),
      ].join(', '),
    ),
  ]);
  return {
    title: 'Evidence',
    lines: [renderTable([{ title: 'Answer' }, { title: 'Evidence' }], rows, style, 2)],
  };
}
