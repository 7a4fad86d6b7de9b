// Sheets for tests: one plain sheet to start from, and random ones over the sample catalogue.

import fc from 'fast-check';
import {
  type Composition,
  type Material,
  origins,
  type Substance,
} from '../../src/core/model/composition.ts';
import type {
  Answer,
  AnswerDetails,
  AnswerValue,
  QuantityEntry,
  QuantityValue,
  Sheet,
} from '../../src/core/model/sheet.ts';
import { assuranceLevels, openReasons, productLevels } from '../../src/core/model/sheet.ts';
import type { Span } from '../../src/core/text/span.ts';
import { custodyModels } from '../../src/core/values/custody.ts';
import {
  anyAmount,
  between,
  closed,
  exactly,
  type Interval,
  isNothing,
} from '../../src/core/values/interval.ts';
import { setFrom } from '../../src/core/values/name-list.ts';
import { isNothingKnown, type Vocabulary } from '../../src/core/values/name-set.ts';
import { larger, type Rational, rational, smaller } from '../../src/core/values/rational.ts';
import { catalogue, metals } from './catalogue.ts';

/** A place that differs for every line. */
export const lineSpan = (line: number, column = 1): Span => {
  const position = { line, column, offset: line * 1000 + column };
  return {
    source: 'copper-rod.yaml',
    start: position,
    end: { ...position, column: column + 1, offset: position.offset + 1 },
  };
};

export const noDetails: AnswerDetails = { references: [], evidence: [] };

export function answer(
  statement: string,
  value: AnswerValue,
  details: Partial<AnswerDetails> = {},
  line = 1,
): Answer {
  return { statement, value, ...noDetails, ...details, at: lineSpan(line), valueAt: lineSpan(line, 40) };
}

export const answersOf = (answers: readonly Answer[]): Sheet['answers'] =>
  new Map(answers.map((each) => [each.statement, each]));

export const copperRod: Sheet = {
  catalogue: 'copper-harness/1',
  id: 'urn:uuid:7d2f',
  revision: 1,
  issued: '2026-05-04',
  validUntil: '2028-05-03',
  assurance: 'self-declared',
  product: { name: 'Copper rod 8 mm', level: 'material', mass: exactly(rational(1)), ids: new Map() },
  maker: { name: 'Rautajoki Copper', ids: new Map() },
  answers: new Map(),
  quantities: new Map(),
  inputs: [],
  places: new Map(),
  source: 'copper-rod.yaml',
};

const text = fc.oneof(
  fc.constantFrom(
    "'",
    "'=x",
    '=1+1',
    'a,b;c\td',
    'say "so"',
    'two\r\nlines',
    ' outer blanks ',
    '{"a":1}',
    '[x]',
    'TRUE',
    '0',
    '-5',
    'no',
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

/** A record in which each optional key may be missing. */
const partly = <T extends object, K extends keyof T>(
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
  requiredKeys: K[],
) => fc.record(model, { requiredKeys });

const details: fc.Arbitrary<AnswerDetails> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(noDetails) },
  {
    weight: 1,
    arbitrary: partly(
      {
        reason: fc.constantFrom(...openReasons),
        list: text,
        custody: fc.constantFrom(...custodyModels),
        references: fc.array(text, { maxLength: 2 }),
        evidence: fc.array(partly({ title: text, uri: text, sha256 }, ['title']), { maxLength: 2 }),
        assurance: partly(
          { level: fc.constantFrom(...assuranceLevels), by: text, scheme: text, date, validUntil: date },
          ['level'],
        ),
        note: text,
      },
      ['references', 'evidence'],
    ),
  },
);

const values: readonly AnswerValue[] = ['true', 'false', 'unknown', 'not-applicable'];

/** The bands of a group: often as one, often one by one, sometimes incomplete. */
function bandAnswers(bands: readonly string[]): fc.Arbitrary<readonly Answer[]> {
  const single = fc
    .tuple(fc.constantFrom(...values), details)
    .chain(([value, more]) =>
      fc.subarray([...bands]).map((some) => some.map((band) => answer(band, value, more))),
    );
  const oneTrue = fc
    .tuple(fc.nat(bands.length - 1), details)
    .map(([only, more]) => bands.map((band, index) => answer(band, index === only ? 'true' : 'false', more)));
  const allOpen = fc
    .tuple(fc.constantFrom('unknown', 'not-applicable'), details)
    .map(([value, more]) => bands.map((band) => answer(band, value, more)));
  const separate = fc.tuple(...bands.map((band) => details.map((more) => answer(band, 'false', more))));
  return fc.oneof(single, oneTrue, allOpen, separate);
}

/** A chain of custody stands behind what is answered true or false. */
function withoutIdleCustody(given: Answer): Answer {
  const { custody, ...rest } = given;
  return given.value === 'true' || given.value === 'false' ? given : rest;
}

const plain = [...catalogue.statements.values()].filter(({ group }) => group === undefined);

const answers = fc
  .tuple(
    ...plain.map(({ id }) =>
      fc.option(
        fc.tuple(fc.constantFrom(...values), details).map(([value, more]) => [answer(id, value, more)]),
        { nil: [] },
      ),
    ),
    ...[...catalogue.groups.values()].map((group) => bandAnswers(group.bands.map((band) => band.statement))),
  )
  .chain((parts) => fc.shuffledSubarray(parts.flat()))
  .map((all) => answersOf(all.map(withoutIdleCustody)));

const amount: fc.Arbitrary<Rational> = fc
  .tuple(fc.nat(1000), fc.integer({ min: 1, max: 700 }))
  .map(([n, d]) => rational(n, d));

/** Ranges with at least one end, so that `unknown` stays one thing. */
const range: fc.Arbitrary<Interval> = fc
  .record({
    lo: amount,
    loOpen: fc.boolean(),
    hi: fc.option(amount, { nil: undefined }),
    hiOpen: fc.boolean(),
  })
  .map(({ lo, loOpen, hi, hiOpen }) => between({ lo, loOpen }, { hi, hiOpen: hi === undefined || hiOpen }))
  .filter((each) => each !== undefined);

const mass: fc.Arbitrary<Interval> = fc
  .oneof(
    fc.constant(anyAmount),
    amount.map(exactly),
    fc.tuple(amount, amount).map(([a, b]) => closed(smaller(a, b), larger(a, b))),
  )
  .filter((each) => !isNothing(each));

const share: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(700), fc.nat(700), fc.boolean(), fc.boolean())
  .map(([a, b, loOpen, hiOpen]) =>
    between({ lo: rational(Math.min(a, b), 701), loOpen }, { hi: rational(Math.max(a, b), 701), hiOpen }),
  )
  .filter((each) => each !== undefined);

const step = fc.tuple(fc.nat(2), fc.nat(2)).map(([a, b]) => ({
  lo: rational(Math.min(a, b)),
  loOpen: false,
  hi: rational(Math.max(a, b)),
  hiOpen: false,
}));

const asRange = (each: Interval): QuantityValue => ({ kind: 'range', range: each });

const quantityValues: Readonly<Record<string, fc.Arbitrary<QuantityValue>>> = {
  'inputs.post-consumer-recycled': share.map(asRange),
  'production.renewable-energy': share.map(asRange),
  'production.energy': range.map(asRange),
  'durability.repair-skill': step.map(asRange),
  'inputs.main-material': text
    .filter((name) => name !== 'unknown')
    .map((name): QuantityValue => ({ kind: 'name', name })),
  'inputs.metals': lists({ names: metals, closed: true }, fc.subarray(metals)),
  'inputs.additives': lists(
    { names: [], closed: false },
    fc.uniqueArray(fc.constantFrom('7440-48-4', '1,2-diol', 'true', '12', 'a: b', "it's", '#3'), {
      maxLength: 4,
    }),
  ),
};

/** Lists that say something. */
function lists(vocabulary: Vocabulary, names: fc.Arbitrary<string[]>): fc.Arbitrary<QuantityValue> {
  return fc
    .record({ all: names, cut: fc.tuple(fc.nat(4), fc.nat(4)), complete: fc.boolean() })
    .map(({ all, cut: [a, b], complete }) => {
      const told = { names: all.slice(0, a), without: all.slice(a, a + b) };
      return setFrom({ ...told, maybe: complete ? all.slice(a + b) : [], complete }, vocabulary);
    })
    .filter((set) => set !== undefined)
    .filter((set) => !isNothingKnown(set, vocabulary))
    .map((set): QuantityValue => ({ kind: 'names', names: set }));
}

const quantities = fc
  .tuple(
    ...Object.entries(quantityValues).map(([quantity, value]) =>
      fc.option(
        value.map(
          (each): QuantityEntry => ({ quantity, value: each, at: lineSpan(1), valueAt: lineSpan(1) }),
        ),
        { nil: undefined },
      ),
    ),
  )
  .chain((entries) => fc.shuffledSubarray(entries.filter((entry) => entry !== undefined)))
  .map((entries) => new Map(entries.map((entry) => [entry.quantity, entry])));

const identifierName = fc.oneof(fc.constantFrom('gtin', 'cas', 'lei', 'partNumber', 'in-house', '10', '9'));
const ids = fc
  .uniqueArray(fc.tuple(identifierName, text), { selector: ([key]) => key, maxLength: 4 })
  .map((all) => new Map(all));

const site = fc
  .record({ name: text, country: fc.constantFrom('CA', 'FI', 'NO') }, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0);

const hidden = share.map((each) => [{ share: each, at: lineSpan(1) }]);

const substance = partly(
  {
    name: text,
    cas: text,
    share: share,
    lists: fc.array(text, { maxLength: 2 }),
    notOn: fc.array(text, { maxLength: 2 }),
  },
  ['name', 'share', 'notOn'],
).map((each): Substance => ({ ...each, at: lineSpan(1) }));

const material = partly(
  {
    name: text,
    share: share,
    origin: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...origins), share), { selector: ([key]) => key })
      .map((all) => new Map(all)),
    homogeneous: fc.boolean(),
    substances: fc.array(substance, { maxLength: 3 }),
    hidden: fc.oneof(fc.constant([]), hidden),
  },
  ['name', 'share', 'origin', 'substances', 'hidden'],
).map((each): Material => ({ ...each, at: lineSpan(1) }));

const composition: fc.Arbitrary<Composition> = fc
  .record({
    materials: fc.array(material, { maxLength: 3 }),
    hidden: fc.oneof(fc.constant([]), hidden),
    at: fc.constant(lineSpan(1)),
  })
  .filter(({ materials, hidden: rest }) => materials.length + rest.length > 0);

export const anySheet: fc.Arbitrary<Sheet> = partly(
  {
    catalogue: fc.constant('copper-harness/1'),
    id: text,
    revision: fc.integer({ min: 1, max: 2 ** 31 }),
    issued: date,
    validUntil: date,
    assurance: fc.constantFrom(...assuranceLevels),
    product: partly({ name: text, level: fc.constantFrom(...productLevels), mass, ids }, [
      'name',
      'level',
      'ids',
    ]),
    maker: partly({ name: text, ids, site }, ['name', 'ids']),
    answers,
    quantities,
    composition,
    inputs: fc.array(fc.record({ id: text, revision: fc.integer({ min: 1, max: 99 }), sha256 }), {
      maxLength: 3,
    }),
    places: fc.constant(new Map()),
    source: fc.constant('copper-rod.yaml'),
  },
  [
    'catalogue',
    'id',
    'revision',
    'issued',
    'assurance',
    'product',
    'maker',
    'answers',
    'quantities',
    'inputs',
    'places',
    'source',
  ],
);
