// The words that people write for an answer, other than the four that count.

const affirmative = 'yes y on ja oui si sí sì sim tak wahr vrai true x 1'.split(' ');
const negative = 'no n off nein nee nej nie non não falsch faux false 0'.split(' ');
const inapplicable = [
  'n/a',
  'na',
  'n.a.',
  'n. a.',
  'not applicable',
  'not_applicable',
  'notapplicable',
  'none',
];

export const meansTrue = (text: string): boolean => affirmative.includes(text.toLowerCase());

export const meansFalse = (text: string): boolean => negative.includes(text.toLowerCase());

export const meansInapplicable = (text: string): boolean => inapplicable.includes(text.toLowerCase());
