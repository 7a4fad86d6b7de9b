// Why a bill was merged again, in words.

import type { Reason } from '../core/workspace/reasons.ts';

export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'never-built':
      return 'it was never built';
    case 'asked':
      return 'everything was asked for anew';
    case 'record-changed':
      return 'what the lock says of it is not as a build wrote it';
    case 'bill-changed':
      return 'the bill has changed';
    case 'tool-changed':
      return `it was built with version ${reason.before} of this tool, and this is ${reason.now}`;
    case 'settings-changed':
      return `the workspace says something else about ${reason.setting}`;
    case 'catalogue-changed':
      return `the catalogue \`${reason.catalogue}\` has changed`;
    case 'output-missing':
      return `\`${reason.file}\` is not there`;
    case 'output-changed':
      return `\`${reason.file}\` is not as it was built`;
    default:
      return inputInWords(reason);
  }
}

type InputReason = Extract<Reason, { readonly input: string }>;

function inputInWords(reason: InputReason): string {
  const input = `input \`${reason.input}\``;
  switch (reason.kind) {
    case 'input-added':
      return `${input} is new: \`${reason.file}\``;
    case 'input-removed':
      return `${input} is gone: \`${reason.file}\``;
    case 'input-moved':
      return `${input} is now \`${reason.now}\`, and was \`${reason.before}\``;
    case 'input-changed':
      return `${input} has changed: \`${reason.file}\``;
  }
}
