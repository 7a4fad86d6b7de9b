// The pages of docs/effects: what each effect does to the values of each kind of rule, with a bill to try it on. The
// commands are run by the test of the documentation, which writes what they print: no figure is typed.

import {
  type Catalogue,
  catalogueName,
  type Effect,
  type Reference,
} from '../../src/core/model/catalogue.ts';
import { listed, name } from '../../src/core/questions/words.ts';
import { behaviourWords, ruleNamed } from '../../src/render/catalogue/rule-words.ts';
import type { Example, Examples } from './effect-examples.ts';
import type { Page } from './statement-pages.ts';

export const NOT_RUN = '(not run yet)\n';

const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;

/** The page without what its commands print. */
export const withoutOutputs = (text: string): string =>
  text.replace(BLOCK, (block) => block.replace(/^(?!\$ ).*\n/gm, ''));

export function effectPages(catalogue: Catalogue, examples: Examples): readonly Page[] {
  const effects = [...catalogue.effects.values()];
  const pages = effects.map((effect) => ({
    file: `${effect.id}.md`,
    text: pageOf(catalogue, effect, examples.get(effect.id) ?? []),
  }));
  return [{ file: 'README.md', text: indexOf(catalogue, effects) }, ...pages];
}

function indexOf(catalogue: Catalogue, effects: readonly Effect[]): string {
  const rows = effects.map(
    ({ id, title, text, references }) =>
      `| [\`${id}\`](${id}.md) | ${title} | ${text} | ${references.map(referenceIn).join('; ')} |\n`,
  );
  return `# Effects of ${catalogueName(catalogue)}

What processes do, by the names that bills use for them. The same in the terminal: \`loopsheet catalogue show <id>\`. Each
page says what becomes of the values of each kind of rule, and works an example in numbers: the bill, what the sheets say,
and the arithmetic as \`loopsheet explain\` shows it.

| effect | title | what it is | see also |
|---|---|---|---|
${rows.join('')}`;
}

function pageOf(catalogue: Catalogue, effect: Effect, examples: readonly Example[]): string {
  const rows = [...effect.behaviours].map(
    ([key, behaviour]) => `| ${ruleNamed(key)} | ${behaviourWords[behaviour]} |`,
  );
  const parts = [
    `# ${effect.title}`,
    `\`effect: ${effect.id}\``,
    `> ${effect.text}`,
    chapter('What it takes', takenBy(effect)),
    chapter('What becomes of the values', [
      '| values | afterwards |',
      '|---|---|',
      ...rows,
      '',
      'Whatever is not named here is unknown afterwards.',
    ]),
    ...(effect.id === 'separate' ? [OUTPUTS] : []),
    chapter(
      'See also',
      effect.references.map((reference) => `- ${referenceIn(reference)}`),
    ),
    ...examples.map((example) => exampleOf(catalogue, effect.id, example)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const referenceIn = ({ standard, clause }: Reference): string =>
  clause === undefined ? standard : `${standard}, ${clause}`;

const chapter = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;

function takenBy({ parameters, appliesRest, keepsApart, alsoCalled }: Effect): readonly string[] {
  const named = (required: boolean): readonly string[] =>
    parameters.filter((each) => each.required === required).map((each) => name(each.name));
  const [needed, optional] = [named(true), named(false)];
  const isLoss = needed.includes('`loses`') && needed.includes('`yield`');
  return [
    ...(needed.length === 0 ? [] : [`- It needs ${listed(needed, isLoss ? 'or' : 'and')}.`]),
    ...(optional.length === 0 ? [] : [`- It may say ${listed(optional, 'and')}.`]),
    ...(appliesRest ? ['- All parts but the first are applied to the first.'] : []),
    ...(keepsApart ? ['- All parts but the first stay products of their own.'] : []),
    ...(alsoCalled.length === 0 ? [] : [`- People also call it ${listed(alsoCalled, 'or')}.`]),
  ];
}

const OUTPUTS = `## Several outputs

A bill describes one product. What is separated into a product, a by-product and waste is described by one bill for each:
all name the same inputs with the same masses, and each says with \`loses\` or \`yield\` how much of them is not in its own
output; together the outputs weigh what goes in. Where all of something goes into one output, the bill of that one names it
under \`freeOf\`.
Amounts such as energy are known from above only, for how they are shared among outputs is a choice that no rule makes.`;

function exampleOf(catalogue: Catalogue, effect: string, example: Example): string {
  const { name: file, title, told, asks, bill, sheets } = example;
  const out = `${file}.sheet.yaml`;
  const commands = [
    `loopsheet merge fixtures/effects/${effect}/${file}.bill.yaml -o ${out}`,
    ...asks.map((asked) => `loopsheet explain ${out} ${asked}`),
  ];
  const parts = [
    told,
    'The bill:',
    yaml(bill),
    `What the ${sheets.length === 1 ? 'sheet that it names says' : 'sheets that it names say'}:`,
    yaml(sheets.map((sheet) => `# ${sheet.file}\n${saidIn(sheet.text)}`).join('\n')),
    'What comes out, and how:',
    `\`\`\`console\n${commands.map((command) => `$ ${command}\n${NOT_RUN}`).join('')}\`\`\``,
    `More about ${listed(
      asks.map((asked) => linkTo(catalogue, asked)),
      'and',
    )}.`,
  ];
  return chapter(title ?? 'An example in numbers', [parts.join('\n\n')]);
}

const yaml = (text: string): string => `\`\`\`yaml\n${text.trim()}\n\`\`\``;

/** A sheet from its product on: what stands before is the same in all of them. */
const saidIn = (text: string): string => text.slice(text.indexOf('\nproduct:') + 1);

/** Statements and groups have a page. */
const linkTo = (catalogue: Catalogue, id: string): string =>
  catalogue.groups.has(id) || catalogue.statements.has(id)
    ? `[${name(id)}](../statements/${id}.md)`
    : `${name(id)}: \`loopsheet catalogue show ${id}\``;
