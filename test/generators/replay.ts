// A case that says only what a witness names: the answers and figures of inputs, the maker's own, the facts of
// processes and the constraints of the catalogue. Everything else is unknown.

import type { Process } from '../../src/core/model/bill.ts';
import type { Behaviour, Catalogue, Effect, Rule } from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import type { TraceAnswer, TraceGround } from '../../src/core/model/trace.ts';
import { anyAmount } from '../../src/core/values/interval.ts';
import type { Scenario } from './scenarios.ts';

export type Witness = Pick<TraceAnswer, 'rests' | 'constraints'>;

type Told = Pick<Sheet, 'answers' | 'quantities'>;

/** What a bill or a sheet says, as far as the grounds name it. */
function saidIn({ answers, quantities }: Told, grounds: readonly TraceGround[]): Told {
  const named = new Set(grounds.map((ground) => (ground.kind === 'process' ? '' : ground.of)));
  return {
    answers: new Map([...answers].filter(([id]) => named.has(id))),
    quantities: new Map([...quantities].filter(([id]) => named.has(id))),
  };
}

/** What a process says of a share by itself, whatever goes in. */
const SAID: ReadonlySet<Behaviour> = new Set([
  'whole',
  'none',
  'credit',
  'return-whole',
  'return-none',
  'return-same',
]);

/** Without its row for shares an effect says nothing of masses; presence is open whatever the process says. */
const KEPT: ReadonlySet<string> = new Set(['fraction', 'all', 'any', 'set']);

/** A trait that opens every assertion, and so says nothing of a joint. */
const unsaid = 'unsaid';
const unsaidOf = (effect: string): string => `${effect}, unsaid`;

/** The effect with nothing known of the joint that it makes. */
function silentEffect(effect: Effect, shares: readonly string[]): Effect {
  const isJudged =
    [...effect.behaviours.values()].includes('judge') ||
    effect.behaviours.get('assert-refutable') === 'lose-some';
  const traits = effect.traits.length === 0 && !isJudged ? [] : [unsaid];
  const behaviours = new Map<string, Behaviour>(
    [...effect.behaviours].map(
      ([key, each]) => [key, SAID.has(each) && !KEPT.has(key) ? 'unknown' : each] as const,
    ),
  );
  if (effect.behaviours.get('fraction') === 'return-same')
    for (const id of shares) behaviours.set(id, 'unknown');
  return { ...effect, id: unsaidOf(effect.id), traits, implicit: false, levels: new Map(), behaviours };
}

function silentProcess(process: Process): Process {
  const { uses, freeOf: _, ...rest } = process;
  const unknownUse = uses === undefined ? {} : { uses: anyAmount };
  // What becomes of the mass is no word of the process alone.
  const conserves = process.conserves.filter((each) => each === 'mass');
  const effect = unsaidOf(process.effect);
  return { ...rest, ...unknownUse, effect, conserves, shares: new Map(), levels: new Map() };
}

const opened = (rule: Rule): Rule =>
  rule.kind === 'assert-refutable' ? { ...rule, openedBy: [...rule.openedBy, unsaid] } : rule;

function catalogueFor(catalogue: Catalogue, constraints: readonly string[]): Catalogue {
  const shares = [...catalogue.quantities.values()].flatMap(({ id, rule }) =>
    rule.kind === 'fraction' && rule.weight === 'mass' ? [id] : [],
  );
  const effects = [...catalogue.effects.values()].flatMap((effect) => [effect, silentEffect(effect, shares)]);
  const statements = [...catalogue.statements.values()].map((statement) =>
    statement.meaning.kind === 'plain'
      ? { ...statement, meaning: { ...statement.meaning, rule: opened(statement.meaning.rule) } }
      : statement,
  );
  return {
    ...catalogue,
    constraints: catalogue.constraints.filter(({ id }) => constraints.includes(id)),
    effects: new Map(effects.map((effect) => [effect.id, effect])),
    statements: new Map(statements.map((statement) => [statement.id, statement])),
  };
}

/** The case with nothing but the witness in it. */
export function replayed(scenario: Scenario, { rests, constraints }: Witness): Scenario {
  const { design, bill, received } = scenario;
  const spoken = new Set(rests.flatMap((ground) => (ground.kind === 'process' ? [ground.name] : [])));
  const saidBy = (input: string): readonly TraceGround[] =>
    rests.filter((ground) => ground.kind === 'answer' && ground.input === input);
  return {
    ...scenario,
    design: { ...design, catalogue: catalogueFor(design.catalogue, constraints) },
    received: new Map(
      [...received].map(([name, each]) => [
        name,
        { ...each, sheet: { ...each.sheet, ...saidIn(each.sheet, saidBy(name)) } },
      ]),
    ),
    bill: {
      ...bill,
      ...saidIn(
        bill,
        rests.filter((ground) => ground.kind === 'own'),
      ),
      processes: bill.processes.map((process) =>
        spoken.has(process.name) ? process : silentProcess(process),
      ),
    },
  };
}
