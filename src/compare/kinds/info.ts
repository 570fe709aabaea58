import type { Bump, Level } from "../../contract/change.js";

/** What is known of a kind of change: two axes (what it does to the build, what it demands of the version) and the words. */
export interface ChangeKindInfo {
  /** Default level; the config may set another. */
  readonly level: Level;
  /** Default bump; the config may set another. */
  readonly bump: Bump;
  /** A heading: "Code removed". */
  readonly title: string;
  /** When a change is of this kind. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The smallest pair of documents, in words or YAML, that shows it. */
  readonly example: { readonly before: string; readonly after: string };
}
