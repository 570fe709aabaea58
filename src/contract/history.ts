export type LifeEventKind = "born" | "renamed" | "deprecated" | "undeprecated" | "removed" | "returned";

/** One thing that happened to a code in one commit. */
export interface LifeEvent {
  readonly kind: LifeEventKind;
  /** Full id. */
  readonly commit: string;
  /** Day of the commit, UTC. */
  readonly date: string;
  /** The version that the spec declares in that commit. */
  readonly version: string | null;
  /** `renamed`: the new names. */
  readonly to: readonly string[];
  /** `born` and `returned` by a rename: the former names. */
  readonly from: readonly string[];
}

/** A code that is or once was in the contract, with its events, oldest first. */
export interface CodeLife {
  readonly code: string;
  /** Is it in the newest version? */
  readonly alive: boolean;
  readonly events: readonly LifeEvent[];
}

/** A commit whose version of the spec could not be read; its neighbours are compared with each other. */
export interface SkippedVersion {
  readonly commit: string;
  readonly date: string;
  readonly reason: string;
}

/** The life of every code of a spec. */
export interface History {
  readonly spec: string;
  /** Versions read, and the days of the first and the last of them. */
  readonly versions: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Sorted by code point. */
  readonly codes: readonly CodeLife[];
  readonly skipped: readonly SkippedVersion[];
  /** Things to say aloud: a shallow clone, a file that came from outside the root. */
  readonly notes: readonly string[];
}
