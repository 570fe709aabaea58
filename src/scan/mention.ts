/** A place in a file where something may be named that is a code. Offsets in UTF-16 units. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What places it is one of: where the others of a place are codes, so is this one. */
  readonly slots: readonly Slot[];
}

/**
 * A kind of place, by what stands around it. Two candidates with one key stand alike.
 *
 * - `named`: beside a name that says it (`error.code === …`, `"code": …`)
 * - `group`: in the same list, table, switch or column
 * - `shape`: written alike anywhere in the consumer (the second argument of `ApiError`)
 * - `pattern`: the user says that codes stand here
 */
export interface Slot {
  readonly kind: "named" | "group" | "shape" | "pattern";
  readonly key: string;
}

/** A code that a file names. */
export interface Mention {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The candidates of one file. */
export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly candidates: readonly Candidate[];
}
