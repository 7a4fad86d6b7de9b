// The composition of a sheet as it is written: one map per material, then what is hidden.

import {
  type Composition,
  type Hidden,
  type Material,
  origins,
  type Substance,
} from '../../core/model/composition.ts';
import { anyShare, type Interval } from '../../core/values/interval.ts';
import { type DocumentMap, type DocumentValue, listOf, mapOf } from './document.ts';
import { massForm, quantityForm } from './quantity-form.ts';

export const compositionDocument = (composition: Composition | undefined): readonly DocumentMap[] =>
  composition === undefined
    ? []
    : [...composition.materials.map(materialForm), ...composition.hidden.map(hiddenForm)];

const shareForm = (range: Interval): DocumentValue =>
  quantityForm(
    { kind: 'range', range },
    { measure: { kind: 'number', dimension: 'share' }, domain: anyShare },
  );

const hiddenForm = ({ share }: Hidden): DocumentMap => mapOf([['hidden', shareForm(share)]]);

function materialForm({ name, share, mass, origin, homogeneous, substances, hidden }: Material): DocumentMap {
  const told = origins.flatMap((each) => {
    const range = origin.get(each);
    return range === undefined ? [] : [[each, shareForm(range)] as const];
  });
  return mapOf([
    ['material', name],
    mass === undefined ? ['share', shareForm(share)] : ['mass', massForm(mass)],
    ['origin', told.length === 0 ? undefined : mapOf(told)],
    ['homogeneous', homogeneous],
    ['substances', listOf([...substances.map(substanceForm), ...hidden.map(hiddenForm)])],
  ]);
}

const substanceForm = ({ name, cas, share, lists, notOn }: Substance): DocumentMap =>
  mapOf([
    ['name', name],
    ['cas', cas],
    ['share', shareForm(share)],
    ['lists', lists],
    ['notOn', listOf(notOn)],
  ]);
