/** One piece of evidence that two codes are one: how much it weighs alone (0 to 1), and how a person would say it. */
export interface Voice {
  readonly weight: number;
  /** Null: it counts, but is not worth a word. */
  readonly says: string | null;
}

/** What independent voices are worth together: the chance that not all of them are wrong. */
export function together(voices: readonly Voice[]): number {
  return 1 - voices.reduce((doubt, voice) => doubt * (1 - voice.weight), 1);
}
