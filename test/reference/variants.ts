// What a bill that leaves something open may stand for: bills that leave nothing open. Some optional parts are there
// and some are not, what takes a part that is not there is done or not, and a line is filled by one of its sources or
// by two of them in some shares.

import type { Bill, Input, Process } from '../../src/core/model/bill.ts';
import type { Behaviour, Catalogue, Effect } from '../../src/core/model/catalogue.ts';
import { type Interval, scale } from '../../src/core/values/interval.ts';
import { type Rational, rational, subtract } from '../../src/core/values/rational.ts';
import { type Choose, everyRun } from './every-run.ts';

/** Parts lie side by side, and nothing is done to them. */
const beside: Effect = {
  id: 'beside',
  title: '',
  text: '',
  traits: [],
  parameters: [],
  joins: true,
  implicit: false,
  alsoCalled: [],
  appliesRest: false,
  keepsApart: false,
  levels: new Map(),
  behaviours: new Map(),
  references: [],
};

export function withBeside(catalogue: Catalogue): Catalogue {
  const rows = [...catalogue.effects.values()].flatMap(({ behaviours }) => [...behaviours.keys()]);
  const behaviours = new Map(rows.map((key): [string, Behaviour] => [key, 'combine']));
  const laid = { ...beside, behaviours };
  const apart = { ...laid, id: 'apart', keepsApart: true };
  return { ...catalogue, effects: new Map([...catalogue.effects, ['beside', laid], ['apart', apart]]) };
}

export const variantsOf = (bill: Bill, catalogue: Catalogue): readonly Bill[] =>
  everyRun((choose) => variant(choose, bill, catalogue));

function variant(choose: Choose, bill: Bill, catalogue: Catalogue): Bill {
  const lines = [...new Set(bill.inputs.map(lineOf))];
  const there = lines.filter((line) => {
    const isOptional = bill.inputs.some((input) => lineOf(input) === line && input.optional === true);
    return !isOptional || choose([true, false]);
  });
  const filled = there.map((line) => fill(choose, bill, line));
  const missing = new Set(lines.filter((line) => !there.includes(line)));
  const aids: Input[] = [];
  const steps = bill.processes.flatMap((process) =>
    catalogue.effects.get(process.effect)?.keepsApart === true
      ? packed(choose, process, missing, (name) => aids.push(aidIn(bill, name)))
      : carriedOut(choose, process, missing),
  );
  const sources = new Set(filled.flatMap(({ inputs }) => inputs.map(({ name }) => name)));
  const settled = new Map(
    filled.flatMap(({ inputs }) => inputs.map((input) => [input.name, input] as const)),
  );
  return {
    ...bill,
    inputs: [
      ...bill.inputs.flatMap(({ name }) => (sources.has(name) ? (settled.get(name) ?? []) : [])),
      ...aids,
    ],
    processes: [...filled.flatMap(({ laying }) => laying), ...steps],
  };
}

const lineOf = ({ name, choice }: Input): string => choice?.part ?? name;

interface Filled {
  readonly inputs: readonly Input[];
  readonly laying: readonly Process[];
}

/** The sources of a line as inputs that are certain, laid side by side under the name of the line. */
function fill(choose: Choose, bill: Bill, line: string): Filled {
  const sources = bill.inputs.filter((input) => lineOf(input) === line);
  const [first] = sources;
  if (first?.choice === undefined) return { inputs: sources.map(certain), laying: [] };
  const inputs = first.choice.isShared ? sources.map(certain) : mixed(choose, sources);
  const laying: Process = {
    effect: 'beside',
    name: `lay ${line}`,
    takes: inputs.map(({ name }) => name),
    gives: line,
    shares: new Map(),
    levels: new Map(),
    conserves: [],
    at: first.at,
    places: new Map(),
  };
  return { inputs, laying: [laying] };
}

function certain({ optional: _, choice: __, ...input }: Input): Input {
  return input;
}

function mixed(choose: Choose, sources: readonly Input[]): readonly Input[] {
  const one = choose(sources);
  const other = choose(sources);
  if (one === other) return [certain(one)];
  const share = choose([rational(1, 2), rational(1, 10)]);
  return [partly(one, share), partly(other, subtract(rational(1), share))];
}

function partly(input: Input, share: Rational): Input {
  const whole: Interval | undefined = input.choice?.mass;
  return { ...certain(input), ...(whole === undefined ? {} : { mass: scale(whole, share) }) };
}

/** `missing`: names of parts that are not there, which grows by what is made of them alone. */
function carriedOut(choose: Choose, process: Process, missing: Set<string>): readonly Process[] {
  const isThere = (name: string): boolean => !missing.has(name);
  if (process.takes.every(isThere)) return [process];
  const takes = process.takes.filter(isThere);
  for (const name of process.takes) missing.delete(name);
  if (takes.length === 0) {
    missing.add(process.gives);
    return [];
  }
  const applied = process.applied?.filter((name) => takes.includes(name));
  const rest = { ...process, takes, ...(applied === undefined ? {} : { applied }) };
  if (choose([true, false])) return [rest];
  const { loses: _, yield: __, uses: ___, ...nothingDone } = rest;
  return [{ ...nothingDone, effect: 'beside', applied: [] }];
}

/** Whatever something is packed in is used up, and never in the product, be there something in it or not. */
function packed(
  choose: Choose,
  process: Process,
  missing: Set<string>,
  addAid: (name: string) => void,
): readonly Process[] {
  const isThere = (name: string): boolean => !missing.has(name);
  if (process.takes.every(isThere)) return [process];
  const [first = '', ...around] = process.takes;
  const isPacked = isThere(first);
  const boxes = around.filter(isThere);
  for (const name of process.takes) missing.delete(name);
  const { applied: _, ...rest } = process;
  if (isPacked) {
    const takes = [first, ...boxes];
    return [choose([true, false]) ? { ...rest, takes } : { ...rest, takes, effect: 'apart' }];
  }
  missing.add(process.gives);
  if (boxes.length === 0) return [];
  const nothing = `nothing in ${process.name}`;
  addAid(nothing);
  return [{ ...rest, effect: 'apart', takes: [nothing, ...boxes], gives: `${nothing}, packed` }];
}

/** Something that ends up in no product. */
function aidIn({ inputs: [some] }: Bill, name: string): Input {
  if (some === undefined) throw new Error('a bill has an input');
  return { ...certain(some), name, contained: false };
}
