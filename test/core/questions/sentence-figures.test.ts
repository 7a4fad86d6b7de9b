// A sentence that tells what a share is made up of can be taken by its word: what it names gives what it concludes.

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../../src/core/questions/explain.ts';
import { LONG_TEST, mergeFixture, type Read } from '../../support/merged.ts';

const mergeCase = (name: string, bill: string): Promise<Read> =>
  mergeFixture('fixtures/acceptance', `fixtures/acceptance/${name}/${bill}.bill.yaml`, {
    catalogue: 'fixtures/acceptance/ladder-2026.1.yaml',
  });

const ends = (says: string): readonly [number, number] => {
  if (says === 'unknown') return [0, 100];
  const text = says.replace(/^at /, '');
  const upTo = /^(?:most|less than) ([\d.]+) %$/.exec(text);
  if (upTo !== null) return [0, Number(upTo[1])];
  const from = /^(?:more than|least) ([\d.]+) %$/.exec(text);
  if (from !== null) return [Number(from[1]), 100];
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([each]) => Number(each));
  return [numbers[0] ?? Number.NaN, numbers.at(-1) ?? Number.NaN];
};

/** Rounded as far as the printed number is, towards where an end goes. */
function likePrinted(value: number, printed: number, towards: 'floor' | 'ceil' | 'round'): number {
  const power = 10 ** (String(printed).split('.')[1] ?? '').length;
  return Math[towards](Number((value * power).toPrecision(12))) / power;
}

/** A sentence taken by its word: the amounts and figures that it names, and the ends that it concludes with. */
function recompute(why: string): readonly (readonly [number, number])[] | undefined {
  const told =
    /^(?:all )?([\d.]+) (?:kg|g|mg|MJ|m3)(?: of ([\d.]+) \w+)? (.*?)(?:; changed by [^:]*)?: (.*)$/.exec(why);
  if (told === null) return undefined;
  const [, first = '', , rest = '', concluded = ''] = told;
  const [says = '', ...others] = rest.split(', ');
  const parts = [
    { weight: Number(first), range: ends(says) },
    ...others.map((each) => {
      const [, weight = '', of = ''] = /^([\d.]+) \w+ (.*)$/.exec(each) ?? [];
      return { weight: Number(weight), range: ends(of) };
    }),
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const end = (index: 0 | 1): number =>
    parts.reduce((sum, { weight, range }) => sum + weight * range[index], 0) / total;
  const [result = ''] = concluded.split(/[,;]/);
  const [lo, hi] = ends(result.replaceAll('about ', ''));
  return [
    [likePrinted(end(0), lo, lo === hi ? 'round' : 'floor'), lo],
    [likePrinted(end(1), hi, lo === hi ? 'round' : 'ceil'), hi],
  ];
}

test(
  'the figures of a sentence give the result that it ends with',
  async () => {
    const ladderBills = [
      'AT01',
      'AT02',
      'AT03',
      'AT04',
      'AT06',
      'AT07',
      'AT18',
      'AT19',
      'AT22',
      'AT24',
      'AT25',
    ].flatMap((name) =>
      readdirSync(`fixtures/acceptance/${name}`)
        .filter((file) => file.endsWith('.bill.yaml'))
        .map((file) => ({ name, bill: file.slice(0, -'.bill.yaml'.length) })),
    );
    const cases: Read[] = [];
    for (const { name, bill } of ladderBills) {
      const read = await mergeCase(name, bill).catch(() => undefined);
      if (read !== undefined) cases.push(read);
    }
    for (const bill of ['purified-graphite', 'coated-graphite', 'coated-anode', 'cell'])
      cases.push(await mergeFixture('fixtures/graphite-anode', `fixtures/graphite-anode/${bill}.bill.yaml`));
    cases.push(await mergeFixture('fixtures/copper-harness', 'fixtures/copper-harness/harness.bill.yaml'));
    const told = cases.flatMap((read) =>
      [...read.catalogue.groups.keys()].flatMap((id) => {
        const why = explain(read.trace, id, read.catalogue)?.why ?? '';
        const ended = recompute(why);
        return ended === undefined ? [] : [{ why, ended }];
      }),
    );
    expect(told.length).toBeGreaterThan(30);
    for (const { why, ended } of told) {
      for (const [computed, printed] of ended) expect([why, computed]).toEqual([why, printed]);
    }
  },
  2 * LONG_TEST,
);
