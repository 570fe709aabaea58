import { Problem } from "../contract/problem.js";
import type { Spec } from "../spec/spec.js";

/**
 * The text of a spec with another `info.version`; all else stays as it was, comments included.
 *
 * @throws Problem `no-version` where there is none to replace
 */
export function bumpVersion(spec: Spec, version: string): { readonly file: string; readonly text: string } {
  const site = { file: spec.file, pointer: "#/info/version" };
  const place = spec.locate(site);
  if (place.pointer !== site.pointer) {
    throw new Problem(
      "no-version",
      "the spec has no `info.version` that could be written",
      "declare one there by hand.",
      place,
    );
  }
  const { text, format } = spec.root;
  const lines = text.split("\n");
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const [start, end] = [offset(place.line, place.column), offset(place.endLine, place.endColumn)];
  return {
    file: spec.file,
    text: text.slice(0, start) + scalar(version, text.slice(start, end), format) + text.slice(end),
  };
}

/** A version as the one before was written: in its quotes, or plain where any YAML reader takes that for a string. */
function scalar(version: string, before: string, format: "json" | "yaml"): string {
  if (format === "json" || before.startsWith('"')) return JSON.stringify(version);
  if (before.startsWith("'")) return `'${version.replaceAll("'", "''")}'`;
  return /^v?\d+\.\d+\.\d+[\w.+-]*$|^v\d+$/.test(version) ? version : JSON.stringify(version);
}
