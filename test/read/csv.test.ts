import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/core/text/span.ts';
import { readCsv } from '../../src/read/csv.ts';
import { type Node, valueAt } from '../../src/read/tree.ts';
import { withoutPlaces } from '../samples/document-values.ts';

const name = 'rod.csv';
const read = (text: string) => readCsv({ name, text });

const rod = `kind,name,value,text,reason,list,custody,references,evidence,assurance,note
meta,loopsheet,sheet/1,,,,,,,,
meta,revision,3,,,,,,,,
answer,inputs.no-pvc,TRUE,ignored,,,,,,,
meta,product.name,"Copper
rod",,,,,,,,
answer,durability.repairable,false,,,,segregated,"[""EN 45554""]",Report 4711,third-party,'=x
meta,product.ids.gtin,09506000134352,,,,,,,,
answer,end-of-use.take-back-offered,Unknown,,withheld,,,,,,
answer,production.renewable-energy,25-50,,,,,,,,
answer,durability.left-open,,,,,,,,,
quantity,production.energy,"{""atLeast"":""18 MJ""}",,,,,,,,
quantity,inputs.main-material,copper,,,,,,,,
input,urn:uuid:11,"{""revision"":2,""sha256"":""ab""}",,,,,,,,
`;

const text = (value: string) => ({ text: value });
const map = (entries: Readonly<Record<string, unknown>>) => ({ map: Object.entries(entries) });

describe('readCsv', () => {
  it('makes the tree of a sheet', () => {
    const { value, findings } = read(rod);
    expect(findings).toEqual([]);
    expect(withoutPlaces(value)).toEqual(
      map({
        loopsheet: text('sheet/1'),
        revision: { number: '3' },
        answers: map({
          'inputs.no-pvc': { boolean: 'true' },
          'durability.repairable': map({
            answer: { boolean: 'false' },
            custody: text('segregated'),
            references: [text('EN 45554')],
            evidence: [map({ title: text('Report 4711') })],
            assurance: map({ level: text('third-party') }),
            note: text('=x'),
          }),
          'end-of-use.take-back-offered': map({ answer: text('unknown'), reason: text('withheld') }),
          'production.renewable-energy': text('25-50'),
        }),
        product: map({ name: text('Copper\nrod'), ids: map({ gtin: text('09506000134352') }) }),
        quantities: map({
          'production.energy': map({ atLeast: text('18 MJ') }),
          'inputs.main-material': text('copper'),
        }),
        inputs: [map({ id: text('urn:uuid:11'), revision: { number: '2' }, sha256: text('ab') })],
      }),
    );
  });

  it('points at the cells', () => {
    const { value } = read(rod);
    const source = ({ start, end }: Span): string => rod.slice(start.offset, end.offset);
    const at = (...path: readonly string[]): string => source((valueAt(value, ...path) as Node).at);
    expect(at('product', 'name')).toBe('"Copper\nrod"');
    expect(at('product', 'ids', 'gtin')).toBe('09506000134352');
    expect(at('answers', 'inputs.no-pvc')).toBe('TRUE');
    expect(at('answers', 'durability.repairable')).toBe('false');
    expect(at('answers', 'durability.repairable', 'references')).toBe('"[""EN 45554""]"');
    expect(at('answers', 'durability.repairable', 'note')).toBe("'=x");
    expect(at('quantities', 'production.energy', 'atLeast')).toBe('"{""atLeast"":""18 MJ""}"');
    expect(valueAt(value, 'answers', 'end-of-use.take-back-offered', 'answer')?.at.start).toEqual({
      line: 9,
      column: 37,
      offset: rod.indexOf('Unknown'),
    });
  });

  it('reads a table that a spreadsheet saved with semicolons and no columns but the needed ones', () => {
    const saved = 'Kind;Value;NAME\r\nMETA;sheet/1;loopsheet\r\n;;\r\nanswer;FALSE;inputs.no-pvc\r\n';
    const { value, findings } = read(saved);
    expect(findings).toEqual([]);
    expect(withoutPlaces(value)).toEqual(
      map({ loopsheet: text('sheet/1'), answers: map({ 'inputs.no-pvc': { boolean: 'false' } }) }),
    );
  });

  it('has answers even where no row gives one', () => {
    expect(withoutPlaces(read('kind,name,value\nmeta,id,x\n').value)).toEqual(
      map({ id: text('x'), answers: { map: [] } }),
    );
  });
});

describe('the words for true and false', () => {
  const answers = (...words: readonly string[]): string =>
    ['kind,name,value', ...words.map((word, index) => `answer,a${index},${word}`)].join('\n');

  it.each([
    ['TRUE', 'False'],
    ['wahr', 'FALSCH'],
    ['VRAI', 'faux'],
    ['Verdadero', 'FALSO'],
    ['VERO', 'FALSO'],
    ['TOSI', 'Epa\u0308tosi'],
    ['ИСТИНА', 'ложь'],
  ])('are read as spreadsheets write them: %s, %s', (yes, no) => {
    const { value, findings } = read(answers(yes, no, 'NOT-APPLICABLE'));
    expect(findings).toEqual([]);
    expect(withoutPlaces(value)).toEqual(
      map({
        answers: map({ a0: { boolean: 'true' }, a1: { boolean: 'false' }, a2: text('not-applicable') }),
      }),
    );
  });

  it('are of one language in one table', () => {
    const table = answers('FALSO', 'VERO', 'unknown', 'VERDADERO', 'TRUE');
    const { findings } = read(table);
    expect(
      findings.map(({ message, at, related }) => [message, at?.start.line, related[0]?.at.start.line]),
    ).toEqual([['answers are written in two languages: `FALSO` and `VERDADERO`', 5, 2]]);
  });
});

interface Fault {
  readonly table: string;
  readonly code?: string;
  readonly message: string;
  /** The text that the finding points at. */
  readonly at: string;
  readonly help: readonly string[];
  /** Whether the rest can still be judged. */
  readonly isRead?: boolean;
}

const columns =
  '`kind`, `name`, `value`, `text`, `reason`, `basis`, `conventions`, `list`, `custody`, `references`, `evidence`, `assurance`, `note`';

const faults: readonly Fault[] = [
  {
    table: '',
    code: 'read/empty',
    message: 'the document holds nothing',
    at: '',
    help: [`begin the table with a header row: ${columns}`],
  },
  {
    table: 'kind,name,valeu\nmeta,id,x',
    message: '`valeu` is not a column of a sheet',
    at: 'valeu',
    help: ['did you mean `value`?', `use only the columns ${columns}`],
  },
  {
    table: 'kind,value\nmeta,x',
    message: 'the header row has no column `name`',
    at: 'kind,value',
    help: ['begin the table with a header row that names at least `kind`, `name`, `value`'],
  },
  {
    table: 'kind,name,value,Value \nmeta,id,x,y',
    message: 'the column `Value` stands twice in the header row',
    at: 'Value',
    help: ['remove one of the two columns'],
  },
  {
    table: 'kind,name,value\nmeta,id,x,y\n',
    message: 'this row has 4 cells where the header row has 3',
    at: 'meta,id,x,y',
    help: ['put a cell that holds the delimiter in double quotes, and leave unused cells empty'],
  },
  {
    table: 'kind,name,value\nmeta\n',
    message: 'this row has 1 cell where the header row has 3',
    at: 'meta',
    help: ['put a cell that holds the delimiter in double quotes, and leave unused cells empty'],
  },
  {
    table: 'kind,name,value\nmeta,id,"x\nmeta,y,z\n',
    message: 'a quoted cell is never closed',
    at: '"',
    help: ['close the cell with a double quote'],
  },
  {
    table: 'kind,name,value\nmeta,id,6" pipe\n',
    message: 'a double quote stands where none can',
    at: '6" pipe',
    help: ['put the whole cell in double quotes, and write each double quote in it twice'],
  },
  {
    table: 'kind,name,value\nanswr,inputs.no-pvc,TRUE\n',
    message: '`answr` is not a kind of row',
    at: 'answr',
    help: ['did you mean `answer`?', 'use one of `meta`, `answer`, `quantity`, `composition`, `input`'],
  },
  {
    table: 'kind,name,value\n,inputs.no-pvc,TRUE\n',
    message: 'the row has no kind',
    at: ',inputs.no-pvc,TRUE',
    help: ['name the kind of the row: `meta`, `answer`, `quantity`, `composition`, `input`'],
  },
  {
    table: 'kind,name,value\nanswer,,TRUE\n',
    message: 'the row has no name',
    at: 'answer,,TRUE',
    help: ['name the header field, the statement, the quantity or the input that the row is about'],
  },
  {
    table: 'kind,name,value\nmeta,answers.inputs.no-pvc,TRUE\n',
    message: '`answers.inputs.no-pvc` is not a header field',
    at: 'answers.inputs.no-pvc',
    help: ['write it as a row of kind `answer`'],
  },
  {
    table: 'kind,name,value,note\nmeta,id,x,a note\n',
    message: 'the column `note` says nothing in a row of kind `meta`',
    at: 'a note',
    help: ['move the cell to the row of an answer, or empty it'],
    isRead: true,
  },
  {
    table: 'kind,name,value\nmeta,product,x\nmeta,product.name,y\n',
    message: '`product` has parts and can have no value of its own',
    at: 'product',
    help: ['remove the row, or name the part that is meant, such as `product.name`'],
    isRead: true,
  },
  {
    table: 'kind,name,value\nanswer,inputs.no-pvc,TRUE\nanswer,inputs.no-pvc ,FALSE\n',
    code: 'read/duplicate-key',
    message: '`inputs.no-pvc` has two rows in the table',
    at: 'inputs.no-pvc',
    help: ['remove one of the two rows'],
    isRead: true,
  },
  {
    table: 'kind,name,value,references\nanswer,inputs.no-pvc,TRUE,[EN 45554]\n',
    message: 'the JSON in this cell cannot be read: `EN` is not a JSON value',
    at: '[EN 45554]',
    help: ['put text in double quotes'],
    isRead: true,
  },
  {
    table: 'kind,name,value\ninput,urn:uuid:11,2\n',
    message: 'an input is not described by its revision and digest',
    at: '2',
    help: ['write `{"revision":1,"sha256":"..."}` in this cell'],
  },
];

describe('a table with a fault', () => {
  it.each(faults)('$message', ({ table, code = 'read/table', message, at, help, isRead = false }) => {
    const { value, findings } = read(table);
    expect(findings.map((each) => [each.code, each.message, each.help])).toEqual([[code, message, help]]);
    const span = findings[0]?.at;
    expect(table.slice(span?.start.offset, span?.end.offset)).toBe(at);
    expect(value !== undefined).toBe(isRead);
  });

  it('is told all its faults at once, in the order of its rows', () => {
    const table = 'kind,name,value\nx,a,b\nmeta,id\nanswr,c,d\nmeta,e,"f';
    expect(read(table).findings.map(({ at }) => at?.start.line)).toEqual([2, 3, 4, 5]);
  });

  it('is refused when it has more rows than a sheet can need', () => {
    const table = `kind,name,value\n${'answer,a,TRUE\n'.repeat(10_000)}`;
    const { value, findings } = read(table);
    expect(value).toBeUndefined();
    expect(findings.map((each) => [each.code, each.at?.start.line])).toEqual([['read/too-large', 10_001]]);
  });
});

describe('what spreadsheets leave out or add', () => {
  it('is told once when the header row is missing', () => {
    const { value, findings } = read('meta,loopsheet,sheet/1\nanswer,inputs.no-pvc,TRUE\n');
    expect(value).toBeUndefined();
    expect(findings.map(({ message, help }) => [message, ...help])).toEqual([
      ['the table has no header row', 'put a header row before it: the cells `kind`, `name`, `value`'],
    ]);
  });

  it('may be empty cells at the end of any row', () => {
    const table = 'kind,name,value,,\nmeta,loopsheet,sheet/1,,,,\nanswer,inputs.no-pvc,TRUE\n';
    const { value, findings } = read(table);
    expect(findings).toEqual([]);
    expect(withoutPlaces(value)).toEqual(withoutPlaces(read(table.replaceAll(/,+$/gm, '')).value));
  });
});
