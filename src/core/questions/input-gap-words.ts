// What an input leaves open, and whom to ask for what.

import type { Catalogue } from '../model/catalogue.ts';
import type { TraceGap, TraceInput } from '../model/trace.ts';
import { figureInWords } from './figure-words.ts';
import { readFigure, readMass } from './figures.ts';
import type { Asked, GapWords } from './gap.ts';
import { listInWords } from './name-words.ts';
import { measureOf, type TraceView } from './view.ts';
import { listed, name } from './words.ts';

type InputGap = Extract<TraceGap, { kind: 'input' }>;

/** `isOwn`: a bill of its own made the input, so that its gaps are told as well. */
export function inputGapInWords(view: TraceView, gap: InputGap, asked: Asked, isOwn: boolean): GapWords {
  const words = inputWords(view.catalogue, gap, asked, view.inputs.get(gap.input), isOwn);
  return isOwn ? words : withWeight(view, gap, asked, words);
}

function inputWords(
  catalogue: Catalogue,
  gap: InputGap,
  asked: Asked,
  input: TraceInput | undefined,
  isOwn: boolean,
): GapWords {
  const which = name(gap.input);
  const { maker = 'its maker', id = '', file = gap.input, validUntil = '' } = input?.sheet ?? {};
  const whom = input?.sheet === undefined ? 'its maker' : name(maker);
  switch (gap.why) {
    case 'optional':
      return {
        inShort: 'may not be there',
        inWords: `the product may be without input ${which}`,
        closes: `leave out \`optional\` where the product always has ${which}, or merge the variants one by one`,
      };
    case 'alternative':
      return {
        inShort: 'others differ',
        inWords: `input ${which} is one of several sources of ${name(input?.line ?? '')}, and they differ`,
        closes: `write the \`share\` that each source of ${name(input?.line ?? '')} has, or keep to those that agree`,
      };
    case 'missing':
      return {
        inShort: 'no sheet',
        inWords: `no sheet was received for input ${which}`,
        closes: `ask its maker for a sheet that answers ${name(asked.id)}`,
      };
    case 'expired':
      return {
        inShort: 'sheet not valid',
        inWords: `the sheet of input ${which} is not valid on the day the product is issued${validUntil === '' ? '' : ` (valid until ${validUntil})`} and counts as unknown`,
        closes: `ask ${whom} for a newer revision of ${name(id)}`,
      };
    case 'disregarded':
      return {
        inShort: 'answer set aside',
        inWords: `input ${which} answers it, but the answer is set aside (${codesFor(input, asked)})`,
        closes: `run \`loopsheet validate ${file.replaceAll('`', "'")}\` to see why, and ask ${whom} to correct it`,
      };
    case 'silent':
      return {
        inShort: 'does not say',
        inWords: `input ${which} does not say`,
        closes: isOwn
          ? `close what keeps it open in the bill of ${which}`
          : `ask ${whom} to answer ${name(asked.id)} in the next revision of ${name(id)}`,
      };
    case 'range':
      return rangeWords(catalogue, gap, asked, whom, isOwn);
  }
}

/** What says something, but not enough. */
function rangeWords(
  catalogue: Catalogue,
  { input, value }: InputGap,
  asked: Asked,
  whom: string,
  isOwn: boolean,
): GapWords {
  const which = name(input);
  if (value === 'true' || value === 'false') return vagueWords(which, value, isOwn);
  const figure = figureOf(catalogue, value, asked);
  const closes = isOwn
    ? `let the figures travel with its sheet (\`--quantities\`), or close what keeps them wide in the bill of ${which}`
    : isListAsked(catalogue, asked)
      ? `ask ${whom} for the whole list, with \`complete: true\``
      : `ask ${whom} for the figure itself, in confidence, or for a narrower answer`;
  return { inShort: `only ${figure}`, inWords: `input ${which} only says: ${figure}`, closes };
}

const isListAsked = (catalogue: Catalogue, { subjects }: Asked): boolean =>
  subjects.some((id) => measureOf(catalogue, id)?.kind === 'names');

/** What is so but for minor constituents, or is not because of some: how much there is of them is not said. */
function vagueWords(which: string, value: 'true' | 'false', isOwn: boolean): GapWords {
  const said = value === 'true' ? 'TRUE but for minor constituents' : 'FALSE because of some constituents';
  return {
    inShort: said,
    inWords: `of input ${which} it is ${said}, and how much there is of those is not said`,
    closes: isOwn
      ? `name the parts of ${which} as inputs of this bill, so that their constituents are counted one by one`
      : `ask for the parts of ${which}, name them as inputs of their own, and count their constituents one by one`,
  };
}

/** A share that energy or water weighs needs the amount as well, and the amount alone may be what is missing. */
function withWeight(view: TraceView, gap: InputGap, { subjects }: Asked, words: GapWords): GapWords {
  const weight = view.subjects.get(view.subjects.get(subjects[0] ?? '')?.weight ?? '');
  const step = view.trace.steps.findIndex((each) => each.input === gap.input);
  const amount = readFigure(weight?.values[step]?.value ?? '', measureOf(view.catalogue, weight?.id ?? ''));
  const isKnown = amount?.every((part) => part.hi !== undefined) ?? true;
  if (weight === undefined || isKnown || gap.why === 'missing' || gap.why === 'expired') return words;
  // How much of it goes in is for the bill to say, whatever its sheet states.
  if (readMass(view.inputs.get(gap.input)?.mass ?? '')?.hi === undefined) {
    return {
      inShort: words.inShort,
      inWords: `${words.inWords}, and the bill does not say how much of it goes in`,
      closes: `${words.closes}; and write its mass in the bill`,
    };
  }
  return {
    inShort: words.inShort,
    inWords: `${words.inWords}, and does not state its ${name(weight.id)}`,
    closes: `${words.closes}; and to state ${name(weight.id)} with it`,
  };
}

function codesFor(input: TraceInput | undefined, asked: Asked): string {
  const all = input?.disregarded ?? [];
  const meant = all.filter(({ statement }) => statement.split('/')[0] === asked.id.split('/')[0]);
  const codes = new Set((meant.length === 0 ? all : meant).map(({ code }) => name(code)));
  return listed([...codes]);
}

function figureOf(catalogue: Catalogue, value: string, { subjects }: Asked): string {
  for (const id of subjects) {
    const measure = measureOf(catalogue, id);
    if (measure?.kind === 'names') return listInWords(value, measure);
    const region = readFigure(value, measure);
    if (measure !== undefined && region !== undefined)
      return figureInWords(region, measure, catalogue.groups.get(id));
  }
  return value;
}
