// The formats in which findings can be shown.

export const findingFormats = ['text', 'compact', 'json'] as const;
export type FindingFormat = (typeof findingFormats)[number];
