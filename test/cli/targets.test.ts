import { expect, test } from 'vitest';
import { gatherTargets } from '../../src/cli/targets.ts';
import { contextFor } from '../setup/run.ts';

const context = contextFor({
  files: {
    'bill.yaml': '',
    'sheets/graphite.yaml': '',
    'sheets/pitch.yml': '',
    'sheets/notes.txt': '',
    'sheets/.draft.yaml': '',
    'sheets/node_modules/x/y.yaml': '',
    'sheets/old/graphite.json': '',
    'a[1].yaml': '',
  },
});

const names = (...args: readonly string[]): readonly string[] =>
  gatherTargets(context, args).targets.map((target) => `${target.name}${target.met ? ' met' : ''}`);

test('a folder is walked, without hidden files and installed packages, and says what it passed over', () => {
  const { targets, passedOver } = gatherTargets(context, ['sheets']);
  expect(targets.map((target) => target.name)).toEqual([
    'sheets/graphite.yaml',
    'sheets/old/graphite.json',
    'sheets/pitch.yml',
  ]);
  expect(passedOver).toBe(1);
});

test('what is named counts for more than what is met, and each document once', () => {
  expect(names('sheets', './sheets/graphite.yaml', 'sheets/*.yaml', 'bill.yaml', 'bill.yaml')).toEqual([
    './sheets/graphite.yaml',
    'sheets/old/graphite.json met',
    'sheets/pitch.yml met',
    'bill.yaml',
  ]);
});

test('a file whose name looks like a pattern is that file', () => {
  expect(names('a[1].yaml')).toEqual(['a[1].yaml']);
});

test('what leads nowhere is kept, so that reading it says why', () => {
  expect(names('nowhere.yaml', '-')).toEqual(['nowhere.yaml', '-']);
});

test('a pattern without a match is a finding', () => {
  const { findings } = gatherTargets(context, ['sheets/*.csv']);
  expect(findings).toMatchObject([
    {
      code: 'read/not-found',
      message: 'the pattern `sheets/*.csv` matches no file',
      data: { pattern: 'sheets/*.csv' },
    },
  ]);
});

test('a pattern that stands for too many names is a finding', () => {
  const { targets, findings } = gatherTargets(context, [`${'{a,b}'.repeat(10)}.yaml`]);
  expect(targets).toEqual([]);
  expect(findings).toMatchObject([
    {
      code: 'read/not-found',
      help: ['write one of at most 1000 alternatives and 4096 signs'],
    },
  ]);
});
