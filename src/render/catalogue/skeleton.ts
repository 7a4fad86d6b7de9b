// A catalogue to begin with: small and complete, every part explained where it stands. Whatever is changed here has to
// pass `validate` and `catalogue lint` as it is.

import { quotedYaml } from '../sheets/yaml.ts';

const opening = (id: string): string =>
  `# yaml-language-server: $schema=https://loopsheet.dev/schemas/catalogue-1.schema.json
# The kind of document and its major version.
loopsheet: catalogue/1
# Sheets and bills name the catalogue by id and version, here \`${id}/1\`. In quotes, so that \`1.10\` stays \`1.10\`.
id: "${id}"
version: "1"
`;

/** A catalogue that stands alone. */
export const renderSkeleton = (id: string): string => `${opening(id)}title: Statements of our own
note: Say here what the catalogue is for, and what it is not.

# Statements are listed by section, in the order of the numbers.
sections:
  - { id: house, number: 1, title: Our house }

# Steps from the lowest up, for figures that are no numbers.
scales:
  undoing: [not-feasible, special-tool, common-tool, by-hand]

# Bands from the lowest up and without gaps. A band excludes its lower edge, so that every figure lies in one band only.
ladders:
  halves:
    note: Say here why the edges lie where they do.
    bands: ["0", "0-50", "50-100"]

# Figures behind statements, each with a unit or a scale and with the rule by which it follows from the inputs.
quantities:
  house.undoing:
    title: What the most demanding joint takes to be undone
    scale: undoing
    # The lowest step of any input and of any joint.
    rule: { kind: min-level }

# A group asks for a figure by one statement per band of a ladder; its figure has the same id.
groups:
  house.reclaimed-content:
    section: house
    title: Reclaimed content
    # One plain sentence, true or false of a product; every band takes the place of {band}.
    text: "Of the product's mass, {band} is reclaimed material."
    # How to answer.
    guidance: Count what is in the product by mass, after losses.
    # What proves an answer.
    evidence: Delivery notes of the reclaimers, and the recipe.
    # One short case with its answer.
    example: "300 g of reclaimed steel in a part of 1 kg: 30 %, the band 0-50."
    # What the sentence is said of: sheet, product, article, homogeneous-material, mixture or site.
    level: product
    unit: "%"
    ladder: halves
    # Shares of all inputs, weighed by mass; what is booked by mass balance only does not count as physical.
    rule: { kind: fraction, weight: mass, custody: physical }

statements:
  # A plain statement has a rule of its own. \`all\`: true when it is true of every input.
  house.unpainted:
    section: house
    title: Unpainted
    text: No part of the product is painted.
    guidance: Ask the makers of all parts; printed marks count as paint.
    evidence: The drawings, with their notes on surfaces.
    example: "A bare steel bracket: TRUE. The same bracket with a painted logo: FALSE."
    level: product
    rule: { kind: all }
  # A derived statement is true where its figure lies within the ends: atLeast, moreThan, atMost, lessThan.
  house.undone-with-common-tools:
    section: house
    title: Undone with common tools
    text: Common tools undo every joint of the product.
    guidance: Judge the most demanding joint.
    evidence: The list of all joints with the tools that undo them.
    example: "A box with cross-head screws alone: TRUE. One rivet more: FALSE."
    level: product
    rule: { kind: derived, quantity: house.undoing, atLeast: common-tool }

# What processes do. Behaviours say for each kind of rule what becomes of the values; what is not named is unknown
# afterwards.
effects:
  # The implicit effect stands for parts that are left over at the end of a bill; there is one at most.
  assemble:
    title: Assemble
    text: Parts are put together, and how they are joined is not said.
    implicit: true
    joins: true
    # Statements of the kind assert-refutable name traits under refutedBy and openedBy.
    traits: [unnamed-joint]
    behaviours:
      # The rule combines the inputs.
      fraction: combine
      sum: combine
      content: combine
      conc-article: combine
      conc-homog: combine
      conc-mixture: combine
      all: combine
      any: combine
      all-except-minor: combine
      # No better than the levels of the joint; without such levels it stays open.
      min-level: limit
      min-number: combine
      max-number: combine
      same-value: combine
      # The traits may refute or open what the maker asserts.
      assert-refutable: judge
  # Bills name this one at a process.
  weld:
    title: Weld
    text: Parts are welded together; only destruction undoes the seam.
    joins: true
    traits: [irreversible-joint]
    # What a process may or must say. What is applied here is the filler.
    parameters: { applied: optional, levels: optional }
    # Levels of the joint, unless the process states others.
    levels: { house.undoing: not-feasible }
    behaviours:
      fraction: combine
      sum: combine
      content: combine
      # What is applied is judged over all that it joins.
      conc-article: pool
      conc-homog: combine
      conc-mixture: combine
      all: combine
      any: combine
      all-except-minor: combine
      min-level: limit
      min-number: combine
      max-number: combine
      same-value: combine
      assert-refutable: judge
`;

/** What the examples of an extension are made from; what the base has nothing for is left out. */
export interface ExtendedExamples {
  readonly section: string;
  readonly replaced?: {
    readonly id: string;
    readonly section: string;
    readonly title: string;
    readonly text: string;
    readonly level: string;
    readonly kind: string;
  };
  readonly takenBack?: string;
  readonly constraint?: string;
}

/** A catalogue over another one. Prose stands behind `# `, lines to be used right behind `#`. */
export const renderExtension = (id: string, base: string, examples: ExtendedExamples): string => {
  const { section, replaced, takenBack, constraint } = examples;
  return `${opening(id)}# Everything of the base is kept, but for what is written below.
extends: ${scalar(base)}
title: Our own over another catalogue
note: Say here what is changed, and why.

# As it stands, this means what its base means. Lines with no space behind their # are examples: take away the # to use
# them. The same works for scales, ladders, quantities, groups, effects and conventions.
#statements:
# Add: an entry under a name that the base does not have. \`own\`: only the maker's own answer counts.
#  ${scalar(`${section}.of-our-own`)}:
#    section: ${scalar(section)}
#    title: Of our own
#    text: The product comes with our own label.
#    guidance: Look at the product as it leaves the house.
#    evidence: A photograph of the label.
#    example: "A box with the label on its lid: TRUE."
#    level: product
#    rule: { kind: own }
${[...replacing(replaced), ...takingBack(takenBack), ...withoutConstraint(constraint)].map((line) => `${line}\n`).join('')}`;
};

function replacing(replaced: ExtendedExamples['replaced']): readonly string[] {
  if (replaced === undefined) return [];
  return [
    '# Replace: an entry under its name in the base. It is replaced whole, so write all of its keys.',
    `#  ${scalar(replaced.id)}:`,
    `#    section: ${scalar(replaced.section)}`,
    `#    title: ${scalar(replaced.title)}`,
    `#    text: ${scalar(replaced.text)}`,
    '#    guidance: How to answer it in our house.',
    '#    evidence: What proves an answer in our house.',
    '#    example: One short case with its answer.',
    `#    level: ${replaced.level}`,
    `#    rule: { kind: ${replaced.kind} }`,
  ];
}

const takingBack = (id: string | undefined): readonly string[] =>
  id === undefined
    ? []
    : [
        '# Take back: `null` in the place of an entry. Nothing that stays may still name it.',
        `#  ${scalar(id)}: null`,
      ];

const withoutConstraint = (id: string | undefined): readonly string[] =>
  id === undefined
    ? []
    : [
        '# Constraints are added. One with the id of a constraint of the base replaces it, or takes it back:',
        '#constraints:',
        `#  - { id: ${scalar(id)}, kind: none }`,
      ];

/** Plain where nobody could read it otherwise, else in quotes and with nothing unseen in it. */
function scalar(text: string): string {
  if (/^[a-z]+[a-z0-9]*([-./][a-z0-9]+)+$/.test(text)) return text;
  return quotedYaml(text);
}
