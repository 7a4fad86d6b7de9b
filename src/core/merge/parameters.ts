// Whether a process gives its effect what it needs, and nothing that the effect would silently ignore.

import type { Process } from '../model/bill.ts';
import type { Effect, ProcessParameter } from '../model/catalogue.ts';
import { type Finding, finding } from '../text/finding.ts';

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
  return findings;
}

function givenParameters(process: Process): readonly ProcessParameter[] {
  const given: ProcessParameter[] = [];
  for (const name of ['applied', 'loses', 'yield', 'returns', 'uses'] as const) {
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
