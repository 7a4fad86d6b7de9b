import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../../src/core/questions/explain.ts';
import type { ExplainedPart } from '../../../src/core/questions/explained-part.ts';
import type { Explanation, RestsOn } from '../../../src/core/questions/explanation.ts';
import { LONG_TEST, mergeFixture, mergeUnpublished, type Read } from '../../support/merged.ts';

const ladder = 'fixtures/acceptance/ladder-2026.1.yaml';

const mergeCase = (name: string, bill: string): Promise<Read> =>
  mergeFixture('fixtures/acceptance', `fixtures/acceptance/${name}/${bill}.bill.yaml`, { catalogue: ladder });

function ask({ trace, catalogue }: Read, id: string): Explanation {
  const explained = explain(trace, id, catalogue);
  if (explained === undefined) throw new Error(`nothing is known of ${id}`);
  return explained;
}

const partNamed = (part: ExplainedPart, name: string): ExplainedPart | undefined =>
  part.part === name
    ? part
    : part.parts.map((each) => partNamed(each, name)).find((each) => each !== undefined);

describe('a share', () => {
  test('is told by what went in, by the arithmetic of both ends, and by the bands it leaves', async () => {
    const read = await mergeCase('AT04', 'product');
    const explained = ask(read, 'recycled.post');
    expect(explained).toMatchObject({
      kind: 'group',
      answer: 'open',
      shown: 'OPEN: >75-95 % or >95-100 %',
      why: '8 kg of 10 kg at >95-100 %, 2 kg unknown: more than 76 %, so two bands stay open',
    });
    expect(explained.bands.map((band) => band.answer)).toEqual([
      'false',
      'false',
      'false',
      'false',
      'open',
      'open',
    ]);
    const [figure] = explained.figures;
    expect(figure).toMatchObject({ value: '(76 %, 100 %]', inWords: 'more than 76 %' });
    expect(figure?.tree.workings).toEqual([
      'at least 8 kg × 95 % + 2 kg × 0 % = 7.6 kg of 10 kg = 76 %',
      'at most 10 kg × 100 % = 10 kg of 10 kg = 100 %',
    ]);
    expect(figure?.tree.parts.map(({ part, share }) => [part, share])).toEqual([
      ['a', '0.8'],
      ['b', '0.2'],
    ]);
  });

  test('is told of one band as well, with the answer that suffices and its line', async () => {
    const read = await mergeCase('AT04', 'product');
    expect(ask(read, 'recycled.post-above-75')).toMatchObject({
      answer: 'true',
      why: '`recycled.post` is more than 76 %, and more than 75 % is asked',
      rests: [
        {
          kind: 'answer',
          input: 'a',
          inWords: 'input `a` says: `recycled.post/95-100` is TRUE',
          file: '../fixtures/acceptance/AT04/a.sheet.yaml',
          line: 11,
          assurance: 'self-declared',
        },
      ],
      gaps: [],
    });
    expect(ask(read, 'recycled.post/75-95').why).toMatch(/which may or may not lie within >75-95 %$/);
    expect(ask(read, 'recycled.post/0').why).toMatch(/which lies outside 0 %$/);
  });

  test('keeps every end exact on a band edge', async () => {
    const explained = ask(await mergeCase('AT01', 'product'), 'recycled.post');
    expect(explained.shown).toBe('>0-25 %');
    expect(explained.figures[0]?.inWords).toBe('more than 23.75 % and at most 25 %');
    expect(explained.figures[0]?.tree.workings).toEqual([
      'at least 3.9 kg × 0 % + 1.3 kg × 95 % = 1.235 kg of 5.2 kg = 23.75 %',
      'at most 3.9 kg × 0 % + 1.3 kg × 100 % = 1.3 kg of 5.2 kg = 25 %',
    ]);
  });

  test('is told before and after an unknown selection leaves', async () => {
    const explained = ask(await mergeCase('AT19', 'selective'), 'recycled.post');
    const [figure] = explained.figures;
    expect(figure?.tree).toMatchObject({
      inWords: 'at least 12.5 % and at most 37.5 %',
      before: { value: '30 %', inWords: '30 %' },
      workings: [
        'at worst what leaves is all of it: 30 kg − 20 kg of 80 kg, so at least 12.5 %',
        'at best nothing of it leaves: 30 kg of 80 kg, so at most 37.5 %',
      ],
    });
    expect(explained.why).toMatch(
      /^changed by `[^`]+`: at least 12\.5 % and at most 37\.5 %, so two bands stay open$/,
    );
  });

  test('says nothing of ends when masses are unknown', async () => {
    const [figure] = ask(await mergeCase('AT03', 'hull'), 'recycled.post').figures;
    expect(figure?.tree.workings).toEqual([
      'not every mass is known, so the result may lie anywhere from the lowest to the highest of the parts',
    ]);
  });

  test('is weighed by energy where energy weighs it, with the own use as one more part', async () => {
    const explained = ask(await mergeCase('AT22', 'stated'), 'energy.renewable');
    const [figure] = explained.figures;
    expect(explained.why).toBe(
      '180 MJ of 300 MJ at >0-25 %, 100 MJ at 50 %, 20 MJ at >95-100 %: more than 23 % and at most about 38.4 %, so two bands stay open',
    );
    expect(figure?.tree.workings).toEqual([
      'at least 200 MJ × 9.5 % + 100 MJ × 50 % = 69 MJ of 300 MJ = 23 %',
      'at most 200 MJ × 32.5 % + 100 MJ × 50 % = 115 MJ of 300 MJ = about 38.33 %, rounded up to 38.4 %',
    ]);
    expect(
      figure?.tree.parts.map(({ kind, weight, inWords }) => [kind, weight?.inWords, inWords]),
    ).toContainEqual(['own-use', '100 MJ', '50 %']);
  });
});

describe('a statement', () => {
  test('that a weld refutes names the weld and its line', async () => {
    expect(ask(await mergeCase('AT16', 'weld-silent'), 'reversible')).toMatchObject({
      answer: 'false',
      shown: 'FALSE',
      rests: [{ kind: 'process', process: 'weld', effect: 'join-irreversible', line: 10 }],
      changedBy: ['weld'],
    });
  });

  test('that the maker asserts and a weld refutes is blocked, and both are named', () => {
    const { trace, catalogue } = mergeUnpublished('fixtures/acceptance/AT16/weld-asserted.bill.yaml', ladder);
    expect(explain(trace, 'reversible', catalogue)).toMatchObject({
      answer: 'blocked',
      shown: 'BLOCKED',
      why: 'the maker asserts it, but process `weld` (Join for good) refutes it: nothing is published until one of them gives way',
    });
  });

  test('that the maker has not answered says so, and how to', async () => {
    const explained = ask(await mergeCase('AT16', 'screws-silent'), 'reversible');
    expect(explained).toMatchObject({ answer: 'open', why: 'the maker has not answered it' });
    expect(explained.gaps.map((gap) => gap.closes)).toEqual([
      'answer `reversible` under `answers` in the bill',
    ]);
  });

  test('that a silent part leaves open says whom to ask', async () => {
    const explained = ask(await mergeCase('AT16', 'screws-part-silent'), 'reversible');
    expect(explained.why).toBe(
      'the maker asserts it, but it is not certain: open because of input `b` (does not say)',
    );
    expect(explained.gaps).toMatchObject([
      {
        kind: 'input',
        inWords: 'input `b` does not say',
        maker: 'Maker of Silent part',
        closes:
          'ask `Maker of Silent part` to answer `reversible` in the next revision of `urn:loopsheet:at16:silent`',
      },
    ]);
  });

  test('that rests on elimination and constraints names them in words', async () => {
    const explained = ask(await mergeCase('AT07', 'product'), 'recycled.post/50-75');
    expect(explained.answer).toBe('true');
    expect(explained.constraints).toContain('exactly one band of `recycled.post` holds');
    expect(explained.rests).toHaveLength(5);
  });

  test('that one input decides is explained by that input alone, though another contradicts itself', async () => {
    const explained = ask(await mergeCase('AT09', 'product'), 'no-pvc');
    expect(explained.rests.map((ground) => ground.input)).toEqual(['a']);
    expect(explained.gaps).toEqual([]);
  });
});

describe('an explanation of a chain of bills', () => {
  let read: Read;
  beforeAll(async () => {
    read = await mergeFixture('fixtures/graphite-anode', 'fixtures/graphite-anode/cell.bill.yaml');
  }, LONG_TEST);

  test('goes down to the lines of suppliers', () => {
    const explained = ask(read, 'inputs.contains-recycled');
    const leaves = (rests: readonly RestsOn[]): readonly string[] =>
      rests.flatMap((ground) =>
        ground.because === undefined ? [ground.file] : leaves(ground.because.rests),
      );
    expect(explained.answer).toBe('true');
    for (const file of leaves(explained.rests))
      expect(file).toMatch(/\/sheets\/[a-z-]+\.yaml$|\.bill\.yaml$/);
  });

  test('follows an open input down to whoever can close it', () => {
    const gap = ask(read, 'production.renewable-energy').gaps.find((each) => each.input === 'anode');
    expect(gap?.below.map((each) => each.path.join(' '))).toContain('anode carbon');
  });

  test('shows what a bill behind an input knows beside what its sheet says', () => {
    const [figure] = ask(read, 'inputs.post-consumer-recycled').figures;
    const anode = figure === undefined ? undefined : partNamed(figure.tree, 'anode');
    expect(anode?.inWords).toMatch(/^(>10-25 %|more than 10 % and (at most|less than) 25 %)$/);
    expect(anode?.made?.inWords).toBe('more than 10.065 % and at most 11.6525 %');
  });

  test('exists for every statement and group, and never says another answer than the sheet', () => {
    const { sheet, trace, catalogue } = read;
    for (const { statement, answer, rests, gaps } of trace.answers) {
      const explained = ask(read, statement);
      const said = sheet.answers.get(statement)?.value ?? 'unknown';
      expect([statement, answer]).toEqual([statement, said]);
      expect([statement, explained.answer]).toEqual([statement, said === 'unknown' ? 'open' : said]);
      expect(explained.rests.map(({ file, line }) => [file, line])).toEqual(
        rests.map(({ file, line }) => [file, line]),
      );
      expect(explained.gaps.length > 0).toBe(gaps.length > 0);
      expect(explained.why).not.toBe('');
    }
    for (const group of catalogue.groups.keys()) expect(ask(read, group).bands.length).toBeGreaterThan(1);
    expect(explain(trace, 'inputs.nothing-of-the-kind', catalogue)).toBeUndefined();
  });

  test('has workings wherever shares of exact masses are combined, and they give what the trace holds', () => {
    const walk = (part: ExplainedPart): readonly ExplainedPart[] => [part, ...part.parts.flatMap(walk)];
    for (const group of [
      'inputs.post-consumer-recycled',
      'inputs.total-recycled',
      'inputs.renewable-material',
    ]) {
      const [figure] = ask(read, group).figures;
      const combined = walk(figure?.tree ?? expect.fail(group)).filter((part) => part.parts.length > 1);
      expect(combined.length).toBeGreaterThan(2);
      for (const part of combined) expect([part.part, part.workings.length > 0]).toEqual([part.part, true]);
    }
  });

  test('does not follow a trace that belongs to another edition of the sheet', () => {
    const inputs = read.trace.inputs.map((input) =>
      input.trace === undefined
        ? input
        : { ...input, trace: { ...input.trace, sheet: { ...input.trace.sheet, sha256: '0'.repeat(64) } } },
    );
    const explained = explain({ ...read.trace, inputs }, 'inputs.post-consumer-recycled', read.catalogue);
    const [figure] = explained?.figures ?? [];
    const anode = figure === undefined ? undefined : partNamed(figure.tree, 'anode');
    expect(anode?.input?.name).toBe('anode');
    expect(anode?.made).toBeUndefined();
    expect(explained?.rests.every((ground) => ground.because === undefined)).toBe(true);
  });
});
