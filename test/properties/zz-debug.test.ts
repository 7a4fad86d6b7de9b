import fc from 'fast-check';
import { test } from 'vitest';
import { drawn } from '../generators/draw.ts';
import { drawScenario, wild } from '../generators/scenarios.ts';
import { describeScenario } from '../generators/describe.ts';
import { mergeByReference } from '../reference/merge.ts';
import { hear } from '../reference/heard.ts';
import { possible } from '../reference/possible.ts';
test('debug', () => {
  const [s] = fc.sample(drawn((d) => drawScenario(d, { ...wild, mostInputs: 3, mostProcesses: 2 })), { numRuns: 1, seed: 337103706, path: '56' });
  if (s === undefined) return;
  console.log(describeScenario(s));
  console.log(mergeByReference(s.bill, s.design.catalogue, s.received));
  for (const [n, r] of s.received) { const h = hear(s.design.catalogue, r.sheet, new Set(r.discredited.keys())); console.log(n, h, possible(s.design.catalogue, h) === undefined); }
});
import { treeOf } from '../reference/tree.ts';
import { sharesOf } from '../reference/amounts.ts';
import { oneMaterialTruths } from '../reference/one-material.ts';
test('debug2', () => {
  const [s] = fc.sample(drawn((d) => drawScenario(d, { ...wild, mostInputs: 3, mostProcesses: 2 })), { numRuns: 1, seed: 337103706, path: '56' });
  if (s === undefined) return;
  const cat = s.design.catalogue;
  const tree = treeOf(s.bill, cat, (input) => { const r = s.received.get(input.name); return { kind: 'leaf', input, known: r && possible(cat, hear(cat, r.sheet, new Set(r.discredited.keys()))), unit: r?.sheet.product.mass, isUniform: true }; });
  if (!tree) { console.log('no tree'); return; }
  for (const q of cat.quantities.values()) if (q.rule.kind === 'fraction') console.log(q.id, JSON.stringify(sharesOf(cat, q, q.rule, tree, false), (_, v) => typeof v === 'bigint' ? String(v) : v));
  const st = cat.statements.get('one-material');
  if (st?.meaning.kind === 'plain' && st.meaning.rule.kind === 'same-value') console.log(oneMaterialTruths(cat, st, st.meaning.rule, tree));
  console.log(hear(cat, s.bill));
});
