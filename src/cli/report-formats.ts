// The formats in which reports can be written.

export const reportFormats = ['terminal', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];
