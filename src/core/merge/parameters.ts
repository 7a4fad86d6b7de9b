// Whether a process gives its effect what it needs, and nothing that the effect would silently ignore.

import type { Process } from '../model/bill.ts';
import type { Effect } from '../model/catalogue.ts';
import type { ProcessParameter } from '../model/process-parameters.ts';
import { type Finding, finding } from '../text/finding.ts';
import { add, compare, one } from '../values/rational.ts';

/** Missing and needless parameters of one process. */
export function checkParameters(process: Process, effect: Effect): readonly Finding[] {
  const given = givenParameters(process);
  const findings: Finding[] = [];
  const losses = effect.parameters.filter(({ name }) => name === 'loses' || name === 'yield');
  for (const { name, required } of effect.parameters) {
    const satisfied = losses.some((loss) => loss.name === name)
      ? losses.some((loss) => given.includes(loss.name))
      : given.includes(name);
    const isSecondLoss = name === 'yield' && losses.length > 1;
    if (required && !satisfied && !isSecondLoss)
      findings.push(missing(process, effect, name, losses.length > 1));
  }
  for (const name of given) {
    if (!effect.parameters.some((parameter) => parameter.name === name))
      findings.push(needless(process, effect, name));
  }
  if (given.includes('loses') && given.includes('yield')) findings.push(bothLosses(process));
  if (isTooMuchGone(process)) findings.push(tooMuchGone(process));
  findings.push(...returnFaults(process));
  return findings;
}

const AMOUNTS = [
  'applied',
  'loses',
  'yield',
  'returns',
  'uses',
  'removes',
  'eligible',
  'fuelShare',
  'lossShare',
  'cap',
  'takenBack',
  'generations',
  'steadyState',
] as const satisfies readonly ProcessParameter[];

function givenParameters(process: Process): readonly ProcessParameter[] {
  const given: ProcessParameter[] = [];
  for (const name of AMOUNTS) {
    if (process[name] !== undefined || process.unread?.includes(name) === true) given.push(name);
  }
  if (process.shares.size > 0) given.push('shares');
  if (process.levels.size > 0) given.push('levels');
  if (process.conserves.length > 0) given.push('conserves');
  if (process.freeOf !== undefined) given.push('freeOf');
  return given;
}

const examples: Record<ProcessParameter, string> = {
  applied: 'applied: [glue]',
  loses: 'loses: 20 g',
  yield: 'yield: 95 %',
  returns: 'returns: 30 kg',
  uses: 'uses: 12 MJ',
  shares: 'shares: { production.renewable-energy: 50 % }',
  levels: 'levels: { durability.repair-skill: layman }',
  conserves: 'conserves: [fraction]',
  removes: 'removes: 3 kg',
  eligible: 'eligible: 60 kg',
  fuelShare: 'fuelShare: 20 %',
  lossShare: 'lossShare: 5 %',
  cap: 'cap: 80 %',
  takenBack: 'takenBack: 20 %',
  generations: 'generations: 3',
  steadyState: 'steadyState: true',
  freeOf: 'freeOf: [inputs.post-consumer-recycled]',
};

function missing(process: Process, effect: Effect, name: ProcessParameter, orYield: boolean): Finding {
  const alternative = name === 'loses' && orYield ? ` or \`${examples.yield}\`` : '';
  return finding(
    'bill/process-parameter',
    `process \`${process.name}\` lacks \`${name}\`, which effect \`${effect.id}\` needs`,
    {
      at: process.at,
      help: [`add \`${examples[name]}\`${alternative}`],
      data: { process: process.name, effect: effect.id, parameter: name },
    },
  );
}

function needless(process: Process, effect: Effect, name: ProcessParameter): Finding {
  const takes = effect.parameters.map((parameter) => `\`${parameter.name}\``).join(', ');
  return finding('bill/process-parameter', `effect \`${effect.id}\` does not take \`${name}\``, {
    at: process.places.get(name) ?? process.at,
    help: [
      name === 'loses' || name === 'yield'
        ? 'write the loss as a process of its own, with an effect that takes it'
        : `remove it; the effect takes ${takes === '' ? 'no parameters' : takes}`,
    ],
    data: { process: process.name, effect: effect.id, parameter: name },
  });
}

function bothLosses(process: Process): Finding {
  return finding('bill/process-parameter', `process \`${process.name}\` gives both \`loses\` and \`yield\``, {
    at: process.places.get('yield') ?? process.at,
    help: ['keep one of the two'],
    data: { process: process.name, effect: process.effect, parameter: 'yield' },
  });
}

/** What becomes fuel and what is lost are two parts of the one eligible mass. */
const isTooMuchGone = ({ fuelShare, lossShare }: Process): boolean =>
  fuelShare !== undefined && lossShare !== undefined && compare(add(fuelShare.lo, lossShare.lo), one) > 0;

function tooMuchGone(process: Process): Finding {
  return finding(
    'bill/process-parameter',
    `\`fuelShare\` and \`lossShare\` of process \`${process.name}\` are together more than the whole`,
    {
      at: process.places.get('lossShare') ?? process.at,
      help: ['write both as shares of the eligible mass, which add up to at most `100 %`'],
      data: { process: process.name, effect: process.effect, parameter: 'lossShare' },
    },
  );
}

/** Of what comes out some is fresh, and what has settled is not counted in generations. */
function returnFaults(process: Process): readonly Finding[] {
  const { name, takenBack, generations, steadyState } = process;
  const fault = (parameter: ProcessParameter, message: string, help: string): Finding =>
    finding('bill/process-parameter', message, {
      at: process.places.get(parameter) ?? process.at,
      help: [help],
      data: { process: name, effect: process.effect, parameter },
    });
  return [
    ...(takenBack === undefined || (takenBack.hi !== undefined && compare(takenBack.hi, one) < 0)
      ? []
      : [
          fault(
            'takenBack',
            `\`takenBack\` of process \`${name}\` leaves room for nothing that it takes`,
            'write a share of less than `100 %`: what the process takes is in the part as well',
          ),
        ]),
    ...(generations === undefined || steadyState !== true
      ? []
      : [
          fault(
            'steadyState',
            `process \`${name}\` gives both \`generations\` and \`steadyState\``,
            'keep `steadyState` where nothing changes any more, and `generations` where the process is young',
          ),
        ]),
  ];
}
