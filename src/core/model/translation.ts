// The texts of a catalogue in another language, by the ids of what they belong to.

/** What is said of one entry; what is left out stays as the catalogue has it. */
export interface Wording {
  readonly title?: string;
  readonly text?: string;
  readonly guidance?: string;
  readonly evidence?: string;
  readonly example?: string;
}

type Wordings = ReadonlyMap<string, Wording>;

export interface Translation {
  /** `id/version` of the catalogue. */
  readonly catalogue: string;
  /** Two small letters (ISO 639-1). */
  readonly language: string;
  readonly sections: Wordings;
  readonly quantities: Wordings;
  readonly groups: Wordings;
  readonly statements: Wordings;
  readonly effects: Wordings;
  readonly conventions: Wordings;
  /** Scale to step to the name of the step. */
  readonly scales: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
