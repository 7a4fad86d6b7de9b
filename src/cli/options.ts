// Options that several commands share, and how their values are read back with a type.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { type FailOn, failOnLevels } from '../core/text/verdict.ts';
import { type ColorChoice, colorChoices } from './context.ts';

export type Options = Readonly<Record<string, unknown>>;

export const textOption = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

export const flagOption = (options: Options, name: string): boolean => options[name] === true;

export const numberOption = (options: Options, name: string): number | undefined => {
  const value = options[name];
  return typeof value === 'number' ? value : undefined;
};

/** One of the names an option allows; commander has refused every other. */
function choice<const T extends string>(
  options: Options,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  return allowed.find((each) => each === options[name]) ?? otherwise;
}

export const failOnOption = (options: Options): FailOn => choice(options, 'failOn', failOnLevels, 'error');

export const colorOption = (options: Options): ColorChoice => choice(options, 'color', colorChoices, 'auto');

export const formatOption = <const T extends string>(
  options: Options,
  allowed: readonly T[],
): T | undefined => allowed.find((each) => each === options['format']);

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser<readonly string[]>(collect);
}

export function addFormat(command: Command, formats: readonly string[], description: string): void {
  command.addOption(new Option('-f, --format <name>', description).choices([...formats]));
}

export function addOutput(command: Command): void {
  command.option('-o, --output <file>', 'write to this file; - or nothing means standard output');
}

export function addCatalogue(command: Command): void {
  command.addOption(repeatable('--catalogue <file>', 'know this catalogue as well (repeatable)'));
}

export function addFailOn(command: Command): void {
  const option = new Option('--fail-on <severity>', 'the least severity that makes the exit code 1');
  command.addOption(option.choices([...failOnLevels]).default('error'));
}

/** What every command has. */
export function addShared(command: Command): void {
  command.addOption(
    new Option('--color <when>', 'colour the output').choices([...colorChoices]).default('auto'),
  );
  command.option('-q, --quiet', 'print the product and errors only');
  command.option('-v, --verbose', 'say more about what is done');
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}
