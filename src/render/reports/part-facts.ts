// What holds of a whole tree of parts, worked out once for each part however many others are made of it, and without
// recursion: a way from inputs to product may be long.

import type { ExplainedPart } from '../../core/questions/explained-part.ts';

export interface PartFacts {
  /** Inputs below, down to those that no bill of their own made. */
  readonly inputs: number;
  /** What is said of the part, if the same is said of everything below and no process changed it. */
  readonly throughout: string | undefined;
}

const known = new WeakMap<ExplainedPart, PartFacts>();

export function factsOf(root: ExplainedPart): PartFacts {
  const waiting = [root];
  for (let part = waiting.at(-1); part !== undefined; part = waiting.at(-1)) {
    const below = partsBehind(part);
    const missing = below.filter((each) => !known.has(each));
    for (const each of missing) waiting.push(each);
    if (missing.length > 0) continue;
    known.set(
      part,
      workOut(
        part,
        below.map((each) => known.get(each) ?? nothing),
      ),
    );
    waiting.pop();
  }
  return known.get(root) ?? nothing;
}

/** What went into a part; behind an input that a bill of its own made, what that bill gave. */
export const partsBehind = ({ made, parts }: ExplainedPart): readonly ExplainedPart[] =>
  made === undefined ? parts : [made];

const nothing: PartFacts = { inputs: 0, throughout: undefined };

function workOut(
  { inputs, inWords, before, behaviour }: ExplainedPart,
  below: readonly PartFacts[],
): PartFacts {
  const isLeftAlone = before === undefined && behaviour !== 'unknown';
  return {
    inputs: below.length === 0 ? inputs : below.reduce((sum, each) => sum + each.inputs, 0),
    throughout: isLeftAlone && below.every((each) => each.throughout === inWords) ? inWords : undefined,
  };
}
