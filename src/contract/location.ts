/** A place in a document: a root-relative file (always with `/`) and a JSON Pointer (RFC 6901) in URI fragment form, `#/a/b`. */
export interface Site {
  readonly file: string;
  readonly pointer: string;
}

/** A place as a person finds it. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Location extends Site {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines of a file around a location, for a code frame. `firstLine` counts from 1. */
export interface Snippet {
  readonly firstLine: number;
  readonly lines: readonly string[];
}
