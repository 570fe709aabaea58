import type { Level } from "./change.js";
import type { Location } from "./location.js";

/** Something wrong at a place in a file, from a lint rule or from judging. */
export interface Finding {
  /** The rule's id, or the id of a finding from judging (`version-too-small`). */
  readonly rule: string;
  readonly level: Level;
  /**
   * The place by identity, never by line or array index: operation, status and body path (`GET /v1/x 404`), a code,
   * a version, an entry of the config. Known findings, acceptances and fingerprints refer to it.
   */
  readonly at: string;
  readonly message: string;
  /** Findings with the same cause read as one (`no content`, `schema Foo is no error schema`); null: none alike. */
  readonly cause: string | null;
  readonly location: Location | null;
}
