// Where something stands in a document a user wrote. Lines and columns are 1-based (UTF-16 units),
// offsets are 0-based, so that editors, SARIF and plain people all find the place.

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Span {
  /** The name of the source as it is shown to the user (a posix path, or `-`). */
  readonly source: string;
  readonly start: Position;
  readonly end: Position;
}

/** A text with the name it is shown under. Everything a finding points into is one of these. */
export interface Source {
  readonly name: string;
  readonly text: string;
}
