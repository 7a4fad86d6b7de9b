import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countAnswered } from '../../../src/core/questions/answer-counts.ts';
import { reportOf } from '../../../src/core/questions/report.ts';
import { coreCatalogue, readFixtureCatalogue, readSheetText } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));

test.each(['copper-rod', 'crimp-terminal', 'solder', 'plug', 'pvc-compound', 'cable-clip'])(
  'the sheet of %s answers as much as its report says',
  (file) => {
    const name = `fixtures/copper-harness/sheets/${file}.yaml`;
    const sheet = readSheetText(readFileSync(name, 'utf8'), catalogue, name);
    const { settled, notApplicable, open, silent } = reportOf(sheet, catalogue).counts;
    expect(countAnswered(sheet, catalogue)).toEqual({
      answered: settled + notApplicable,
      all: settled + notApplicable + open + silent,
    });
    expect(open).toBe(0);
  },
);
