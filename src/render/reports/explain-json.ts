// Explanations for programs: everything that the text says and the exact figures behind it.

import type { Declaration, Explanation } from '../../core/questions/explanation.ts';
import { escapeJson } from '../findings/json.ts';

export const explanationsJson = (explanations: readonly (Explanation | Declaration)[]): string =>
  `${escapeJson(JSON.stringify({ formatVersion: 1, explanations }, null, 2))}\n`;
