// Prints the page about one finding code, or the table of all of them.

import { type Code, codes } from '../../core/text/codes.ts';
import type { Severity } from '../../core/text/finding.ts';
import { didYouMean } from '../../core/text/suggest.ts';
import { heading } from '../../render/frame.ts';
import { paintOf } from '../../render/palette.ts';
import { renderTable } from '../../render/table.ts';
import type { Context } from '../context.ts';
import type { Exit } from '../exit.ts';
import { refuseUsage } from '../usage.ts';

export function runCode(context: Context, args: readonly string[]): Exit {
  const [wanted] = args;
  if (wanted === undefined) {
    context.out.write(listCodes(context, allCodes()));
    return 0;
  }
  const inArea = allCodes().filter((code) => code.startsWith(`${wanted.replace(/\/$/, '')}/`));
  if (inArea.length > 0) {
    context.out.write(listCodes(context, inArea));
    return 0;
  }
  // The tag of a finding may be pasted as it is: `error[sheet/uncited]`.
  const slug = /\[(.+)\]/.exec(wanted)?.[1] ?? wanted;
  const known = allCodes().find((code) => code === slug);
  if (known === undefined) {
    const holding = allCodes().filter((code) => code.split(/[/-]/).includes(slug));
    if (nearInName(slug) === undefined && holding.length > 0) {
      context.out.write(listCodes(context, holding));
      return 0;
    }
    const help = didYouMean(slug, allCodes()) ?? nearInName(slug) ?? 'run `loopsheet code` to list all codes';
    return refuseUsage(context, `there is no finding \`${slug}\``, help);
  }
  const page = context.shipped(`docs/codes/${known}.md`);
  if (page === undefined) throw new Error(`the page about ${known} is missing from the package`);
  context.out.write(new TextDecoder().decode(page));
  return 0;
}

function allCodes(): readonly Code[] {
  const isCode = (name: string): name is Code => Object.hasOwn(codes, name);
  return Object.keys(codes).filter(isCode);
}

/** `uncited` for `sheet/uncited`: the area is easily forgotten. */
function nearInName(slug: string): string | undefined {
  const named = allCodes().filter((code) => code.split('/')[1] === slug);
  return named.length === 0 ? undefined : `did you mean ${named.map((code) => `\`${code}\``).join(' or ')}?`;
}

const areas: Readonly<Record<string, string>> = {
  read: 'Reading a document',
  sheet: 'Sheets',
  catalogue: 'Catalogues',
  bill: 'Bills',
  merge: 'Merging',
  emit: 'Writing',
  explain: 'Explaining',
};

function listCodes({ out }: Context, listed: readonly Code[]): string {
  const blocks = [...groupByArea(listed)].map(([area, members]) => {
    const rows = members.map((code) => {
      const { severity, title }: { readonly severity: Severity; readonly title: string } = codes[code];
      return [code, { text: severity, paint: paintOf(out.palette, severity) }, title];
    });
    const columns = [{ title: '', shrinks: false }, { title: '', shrinks: false }, { title: '' }];
    return `${heading(areas[area] ?? area, out)}\n${renderTable(columns, rows, out, 2)}\n`;
  });
  return blocks.join('\n');
}

const areaOf = (code: Code): string => code.split('/')[0] ?? '';

function groupByArea(listed: readonly Code[]): ReadonlyMap<string, readonly Code[]> {
  const groups = new Map<string, Code[]>();
  for (const code of listed) groups.set(areaOf(code), [...(groups.get(areaOf(code)) ?? []), code]);
  return groups;
}
