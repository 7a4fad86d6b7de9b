// What a merge has to say about its inputs before any algebra: sheets that are missing, expired, of another
// catalogue, in conflict with one another, or not to be relied on in part.

import type { Bill } from '../model/bill.ts';
import { catalogueName } from '../model/catalogue.ts';
import { type Sheet, sheetName } from '../model/sheet.ts';
import { type Finding, finding } from '../text/finding.ts';
import { inOrder } from '../text/order.ts';
import type { Case } from './evaluate.ts';
import type { InputFacts, ReceivedSheet } from './inputs.ts';

export function checkInputs(c: Case, bill: Bill): readonly Finding[] {
  const all = [...c.inputs.values()].filter((facts) => facts.state !== 'not-contained');
  return [...all.flatMap((facts) => checkInput(c, bill, facts)), ...clashes(all)];
}

function checkInput(c: Case, bill: Bill, facts: InputFacts): readonly Finding[] {
  const { input, received, state } = facts;
  if (received === undefined) {
    return [
      finding(
        'merge/no-sheet',
        `no sheet was received for input \`${input.name}\`: everything about it is unknown`,
        {
          at: input.originAt,
          help: ['ask its maker for a sheet; every answer that depends on it stays open until then'],
          data: { input: input.name },
        },
      ),
    ];
  }
  const { sheet } = received;
  const findings: Finding[] = [];
  if (sheet.catalogue !== catalogueName(c.catalogue))
    findings.push(wrongCatalogue(c, facts, sheet.catalogue));
  if (sheet.id === bill.id) {
    findings.push(
      finding(
        'merge/self-reference',
        `the product carries the id \`${bill.id}\` of its input \`${input.name}\``,
        {
          at: bill.places.get('id') ?? input.originAt,
          related: [{ at: input.originAt, label: 'the input with the same id' }],
          help: ['give the product a sheet id of its own'],
          data: { id: bill.id, input: input.name },
        },
      ),
    );
  }
  if (state === 'expired') findings.push(expired(bill, facts, sheet));
  if (facts.disregarded.size > 0) findings.push(disregarded(facts));
  return findings;
}

function wrongCatalogue(c: Case, { input, received }: InputFacts, found: string): Finding {
  const wanted = catalogueName(c.catalogue);
  return finding(
    'bill/wrong-catalogue',
    `input \`${input.name}\` is answered against \`${found}\`, the bill against \`${wanted}\``,
    {
      at: input.originAt,
      help: [`ask for \`${received?.file ?? input.name}\` answered against \`${wanted}\``],
      data: { input: input.name, found, wanted },
    },
  );
}

function expired(bill: Bill, { input }: InputFacts, { id, issued, validUntil }: Sheet): Finding {
  const until = validUntil ?? '';
  const when =
    issued > bill.issued
      ? `was issued on ${issued}, after this product on ${bill.issued}`
      : until < issued
        ? `was issued on ${issued}, after its validity ends on ${until}`
        : `was valid until ${until}, before this product's issue on ${bill.issued}`;
  return finding(
    'merge/input-expired',
    `the sheet of input \`${input.name}\` ${when}: it counts as unknown`,
    {
      at: input.originAt,
      help: [
        ...(issued > bill.issued ? [`date the bill on ${issued} or later under \`issued\``] : []),
        `ask for a revision of \`${id}\` that is valid on ${bill.issued}`,
      ],
      data: { input: input.name, validUntil: until, issued: bill.issued },
    },
  );
}

function disregarded({ input, received, disregarded: answers }: InputFacts): Finding {
  const names = inOrder(answers.keys());
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const [verb, what] = names.length === 1 ? ['counts', 'answer'] : ['count', 'answers'];
  return finding(
    'merge/answers-disregarded',
    `${names.length} ${what} of input \`${input.name}\` ${verb} as unknown: ${shown.join(', ')}${more}`,
    {
      at: input.originAt,
      help: [
        `run \`loopsheet validate ${received?.file ?? input.name}\` to see why, and ask its maker to correct them`,
      ],
      data: {
        input: input.name,
        statements: Object.fromEntries(names.map((name) => [name, answers.get(name) ?? ''])),
      },
    },
  );
}

/** One id and revision stands for one content. All clashes are listed, not only the first. */
function clashes(all: readonly InputFacts[]): readonly Finding[] {
  const first = new Map<string, InputFacts>();
  const findings: Finding[] = [];
  for (const facts of all) {
    if (facts.received === undefined) continue;
    const name = sheetName(facts.received.sheet);
    const other = first.get(name);
    if (other?.received === undefined) first.set(name, facts);
    else if (isOther(other.received, facts.received)) findings.push(clash(name, other, facts));
  }
  return findings;
}

const isOther = (a: ReceivedSheet, b: ReceivedSheet): boolean =>
  a.sha256 !== b.sha256 && (a.content?.() ?? a.sha256) !== (b.content?.() ?? b.sha256);

function clash(name: string, a: InputFacts, b: InputFacts): Finding {
  return finding(
    'merge/input-conflict',
    `inputs \`${a.input.name}\` and \`${b.input.name}\` both carry sheet \`${name}\`, but their contents differ`,
    {
      at: b.input.originAt,
      related: [{ at: a.input.originAt, label: 'the other content' }],
      help: ['find out which one its maker stands for; a changed sheet needs a new revision'],
      data: {
        sheet: name,
        inputs: [a.input.name, b.input.name],
        sha256: [a.received?.sha256 ?? '', b.received?.sha256 ?? ''],
      },
    },
  );
}
