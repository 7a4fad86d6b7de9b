// What there is to say of conventions in a merge: that they do not fit what the maker answers, and that an input has
// answers by conventions which the bill does not adopt.

import type { Bill } from '../model/bill.ts';
import { sheetName } from '../model/sheet.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { InputFacts } from './inputs.ts';
import { adoptedBy, type Seen } from './under-conventions.ts';

export function conventionFindings(
  bill: Bill,
  { c }: Pick<Seen, 'c'>,
  agreed: Seen | undefined,
): readonly Finding[] {
  const used = [...c.inputs.values()].filter(({ state }) => state === 'used');
  return [
    ...(agreed?.evaluation.conflict === undefined ? [] : [setAside(bill, agreed)]),
    ...used.flatMap((facts) => notAdopted(bill, facts)),
  ];
}

function setAside(bill: Bill, { c, evaluation }: Seen): Finding {
  const names = adoptedBy(bill, c.catalogue).map(({ id }) => id);
  const own = (evaluation.conflict?.claims ?? []).map(({ key }) => key);
  const said = own.map((key) => `\`${key}\``).join(' and ');
  return finding(
    'merge/convention-set-aside',
    `what the maker answers ${said === '' ? '' : `under ${said} `}cannot be so by ${quoted(names)}: nothing is settled by convention`,
    {
      at: bill.places.get('conventions'),
      label: 'adopted here',
      related: own.flatMap((key) => {
        const at = bill.answers.get(key)?.at;
        return at === undefined ? [] : [{ at, label: 'the answer' }];
      }),
      help: ['leave the convention out, or withdraw the answer and let it follow from the inputs'],
      data: { conventions: names, claims: own },
    },
  );
}

function notAdopted(bill: Bill, { input, received }: InputFacts): readonly Finding[] {
  const adopted = new Set(bill.conventions);
  const left = [...(received?.sheet.answers.values() ?? [])].filter(
    ({ basis, conventions = [] }) => basis === 'convention' && !conventions.every((id) => adopted.has(id)),
  );
  const missing = [...new Set(left.flatMap(({ conventions = [] }) => conventions))].filter(
    (id) => !adopted.has(id),
  );
  if (received === undefined || missing.length === 0) return [];
  const [count, are] = left.length === 1 ? ['1 answer', 'holds'] : [`${left.length} answers`, 'hold'];
  return [
    finding(
      'merge/convention-not-adopted',
      `${count} of input \`${input.name}\` ${are} only by ${quoted(missing)}, which the bill does not adopt: unknown here`,
      {
        at: input.originAt,
        help: [
          `add \`conventions: [${missing.join(', ')}]\` to the bill, and every answer that rests on it is marked`,
          'or ask its maker for what suppliers say',
        ],
        data: {
          input: input.name,
          sheet: sheetName(received.sheet),
          conventions: missing,
          statements: left.map(({ statement }) => statement),
        },
      },
    ),
  ];
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' and ');
