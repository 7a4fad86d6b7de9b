import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/core/model/sheet.ts';
import { closed, exactly } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { writeSheetCsv } from '../../../src/render/sheets/csv.ts';
import { sheetDocument } from '../../../src/render/sheets/sheet-tree.ts';
import { writeYaml } from '../../../src/render/sheets/yaml.ts';
import { catalogue } from '../../samples/catalogue.ts';
import { answer, answersOf, copperRod, lineSpan } from '../../samples/sheets.ts';

const recycled = (band: string) => `inputs.post-consumer-recycled/${band}`;
const at = { at: lineSpan(1), valueAt: lineSpan(1) };

const full: Sheet = {
  ...copperRod,
  product: {
    ...copperRod.product,
    ids: new Map([
      ['gtin', '09506000134352'],
      ['cas', '7440-50-8'],
    ]),
  },
  maker: {
    name: 'Rautajoki Copper',
    ids: new Map([['gln', '9506000134352']]),
    site: { name: 'Rod mill', country: 'FI' },
  },
  answers: answersOf([
    answer('end-of-use.take-back-offered', 'unknown', { reason: 'withheld' }),
    answer('substances.no-svhc', 'true', {
      list: 'reach-candidate/2026-01',
      references: ['Regulation (EC) 1907/2006'],
      evidence: [{ title: 'Test report 4711', uri: 'reports/4711.pdf' }],
      assurance: { level: 'third-party', by: 'Lab, Espoo', validUntil: '2029-02-28' },
      note: '=checked\n"twice"',
    }),
    ...['0', '0-25', '50-100'].map((band) => answer(recycled(band), 'false')),
    answer(recycled('25-50'), 'true'),
    answer('production.renewable-energy/0', 'false'),
    answer('inputs.no-pvc', 'true'),
  ]),
  quantities: new Map([
    [
      'production.energy',
      {
        quantity: 'production.energy',
        value: { kind: 'range', range: closed(rational(18), rational(20)) },
        ...at,
      },
    ],
    [
      'inputs.post-consumer-recycled',
      {
        quantity: 'inputs.post-consumer-recycled',
        value: { kind: 'range', range: exactly(rational(3, 7)) },
        ...at,
      },
    ],
    [
      'durability.repair-skill',
      {
        quantity: 'durability.repair-skill',
        value: { kind: 'range', range: closed(rational(1), rational(2)) },
        ...at,
      },
    ],
    [
      'inputs.main-material',
      { quantity: 'inputs.main-material', value: { kind: 'name', name: 'copper' }, ...at },
    ],
  ]),
  inputs: [{ id: 'urn:uuid:11', revision: 2, sha256: 'ab'.repeat(32) }],
};

describe('a sheet as YAML', () => {
  it('is written in one order, groups as one where that says the same', () => {
    expect(writeYaml(sheetDocument(full, catalogue))).toMatchInlineSnapshot(`
      "loopsheet: sheet/1
      catalogue: copper-harness/1
      id: urn:uuid:7d2f
      revision: 1
      issued: "2026-05-04"
      validUntil: "2028-05-03"
      assurance: self-declared
      product:
        name: Copper rod 8 mm
        level: material
        mass: 1 kg
        ids:
          cas: "7440-50-8"
          gtin: "09506000134352"
      maker:
        name: Rautajoki Copper
        ids:
          gln: "9506000134352"
        site:
          name: Rod mill
          country: FI
      answers:
        inputs.post-consumer-recycled: 25-50
        inputs.no-pvc: true
        substances.no-svhc:
          answer: true
          list: reach-candidate/2026-01
          references:
            - Regulation (EC) 1907/2006
          evidence:
            - title: Test report 4711
              uri: reports/4711.pdf
          assurance:
            level: third-party
            by: Lab, Espoo
            validUntil: "2029-02-28"
          note: "=checked\\n\\"twice\\""
        production.renewable-energy/0: false
        end-of-use.take-back-offered:
          answer: unknown
          reason: withheld
      quantities:
        inputs.post-consumer-recycled: 300/7 %
        production.energy:
          atLeast: 18 MJ
          atMost: 20 MJ
        durability.repair-skill:
          atLeast: trained
          atMost: layman
        inputs.main-material: copper
      inputs:
        - id: urn:uuid:11
          revision: 2
          sha256: abababababababababababababababababababababababababababababababab
      "
    `);
  });
});

describe('a sheet as CSV', () => {
  it('holds no half of a surrogate pair', () => {
    const odd = { ...copperRod, id: 'a\ud800b😀' };
    expect(writeSheetCsv(odd, catalogue).split('\n')[3]).toBe('meta,id,a\ufffdb😀,,,,,,,,,,');
  });

  it('has a row for every statement', () => {
    expect(writeSheetCsv(full, catalogue)).toMatchInlineSnapshot(`
      "kind,name,value,text,reason,basis,conventions,list,custody,references,evidence,assurance,note
      meta,loopsheet,sheet/1,,,,,,,,,,
      meta,catalogue,copper-harness/1,,,,,,,,,,
      meta,id,urn:uuid:7d2f,,,,,,,,,,
      meta,revision,1,,,,,,,,,,
      meta,issued,2026-05-04,,,,,,,,,,
      meta,validUntil,2028-05-03,,,,,,,,,,
      meta,assurance,self-declared,,,,,,,,,,
      meta,product.name,Copper rod 8 mm,,,,,,,,,,
      meta,product.level,material,,,,,,,,,,
      meta,product.mass,1 kg,,,,,,,,,,
      meta,product.ids.cas,7440-50-8,,,,,,,,,,
      meta,product.ids.gtin,09506000134352,,,,,,,,,,
      meta,maker.name,Rautajoki Copper,,,,,,,,,,
      meta,maker.ids.gln,9506000134352,,,,,,,,,,
      meta,maker.site.name,Rod mill,,,,,,,,,,
      meta,maker.site.country,FI,,,,,,,,,,
      answer,inputs.post-consumer-recycled/0,FALSE,Post-consumer recycled content is 0 %.,,,,,,,,,
      answer,inputs.post-consumer-recycled/0-25,FALSE,Post-consumer recycled content is 0-25 %.,,,,,,,,,
      answer,inputs.post-consumer-recycled/25-50,TRUE,Post-consumer recycled content is 25-50 %.,,,,,,,,,
      answer,inputs.post-consumer-recycled/50-100,FALSE,Post-consumer recycled content is 50-100 %.,,,,,,,,,
      answer,inputs.no-pvc,TRUE,No part is made of PVC.,,,,,,,,,
      answer,substances.no-svhc,TRUE,No article holds more than 0.1 % of a listed substance.,,,,reach-candidate/2026-01,,"[""Regulation (EC) 1907/2006""]","[{""title"":""Test report 4711"",""uri"":""reports/4711.pdf""}]","{""level"":""third-party"",""by"":""Lab, Espoo"",""validUntil"":""2029-02-28""}","'=checked
      ""twice"""
      answer,production.renewable-energy/0,FALSE,Renewable energy is 0 %.,,,,,,,,,
      answer,end-of-use.take-back-offered,unknown,The maker takes the product back.,withheld,,,,,,,,
      quantity,inputs.post-consumer-recycled,300/7 %,Post-consumer recycled content,,,,,,,,,
      quantity,production.energy,18..20 MJ,Energy used in production,,,,,,,,,
      quantity,durability.repair-skill,trained..layman,Skill that a repair takes,,,,,,,,,
      quantity,inputs.main-material,copper,Main material,,,,,,,,,
      input,urn:uuid:11,"{""revision"":2,""sha256"":""abababababababababababababababababababababababababababababababab""}",,,,,,,,,,
      "
    `);
  });
});
