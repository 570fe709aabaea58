import type { Location, Site, Snippet } from "../contract/location.js";
import type { Problem } from "../contract/problem.js";

/**
 * Where the bytes of files come from: the work tree, a commit, or memory. Paths are root-relative with `/`, already
 * normalized (no `..`). A source never reads outside its root and never follows a link out of it.
 */
export interface Source {
  /**
   * Reads many files at once. Per path: its bytes, or the Problem that says why they cannot be had (missing,
   * directory, unreadable, symlink out of the root, too large, LFS pointer …). Never throws for a single file.
   * `bytes` is how much all of them together may have; a file beyond that is a Problem (`too-large`), not read.
   */
  read(paths: readonly string[], bytes?: number): Promise<ReadonlyMap<string, Uint8Array | Problem>>;
  /** Milliseconds on a clock that only goes forward; without it no limit of time holds. */
  now?(): number;
}

/** One parsed file. */
export interface Document {
  readonly file: string;
  readonly format: "json" | "yaml";
  /** Plain data: objects, arrays, strings, numbers, booleans, null. Aliases are shared objects, merge keys are merged. */
  readonly data: unknown;
  readonly text: string;
}

/** A value and where it stands. */
export interface Node {
  readonly value: unknown;
  readonly site: Site;
}

/** What a specification says, whoever read its files: plain data, and where references lead. */
export interface Structure {
  /** The root document's path. */
  readonly file: string;
  readonly root: Pick<Document, "data">;
  readonly documents: ReadonlyMap<string, Pick<Document, "data">>;
  /**
   * Follows one `$ref` as written in `file`: pointer, relative file, `$id`, `$anchor`. One step, chains are the
   * caller's. Memoized. Gives a Problem for what is missing, outside the root, or on the network: the text of the
   * problem names the reference and the place. `at`, the pointer of the object with the `$ref`, is only needed where
   * schemas inside of one file have an `$id`, and for the exact place of a Problem.
   */
  follow(ref: string, file: string, at?: string): Node | Problem;
}

/** A specification with all files that it refers to. */
export interface Spec extends Structure {
  readonly root: Document;
  readonly documents: ReadonlyMap<string, Document>;
  /** Line and column of a site's value (or of its key). Positions are computed when first asked for, per file. */
  locate(site: Site, part?: "key" | "value"): Location;
  /** Many at once, in the order given. */
  locateAll(sites: readonly Site[], part?: "key" | "value"): Location[];
  /** The lines around a location, at most `around` before and after. */
  snippet(location: Location, around: number): Snippet;
  /**
   * The source text of a scalar as it is written (`NO`, `2020-01-01`), for what the parser read as no string.
   * Flow collections are given too (`{{NAME}}` is one), block collections are empty. An alias gives what it stands for.
   */
  raw(site: Site): string;
}
