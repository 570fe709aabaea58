import { Problem } from "../contract/problem.js";
import { Lines } from "./lines.js";

/** What can be wrong with the files of a spec, by stable code, and what to do about it. */
export const specProblems = {
  "empty-file": "write an OpenAPI document into it, or name another file.",
  binary: "name a text file in YAML or JSON.",
  "lfs-pointer": "run `git lfs pull` first.",
  "invalid-encoding": "save the file as UTF-8.",
  "conflict-markers": "resolve the merge conflict in this file.",
  "json-syntax": "correct the JSON at this place.",
  "yaml-syntax": "correct the YAML at this place.",
  "yaml-tag": "write the value without the tag: only the standard tags of plain data are read.",
  "yaml-documents": "put each document into a file of its own, or remove the `---` line.",
  "duplicate-key": "remove one of the two, or rename it: readers disagree about which one counts.",
  "alias-cycle": "let no YAML alias stand inside its own anchor; use `$ref` for recursion.",
  "not-a-mapping":
    "name an OpenAPI document or a JSON Schema: a mapping with keys such as `openapi` and `paths`.",
  "too-large": "raise `limits.bytes` in the config if you trust the file.",
  "too-deep": "raise `limits.depth` in the config if you trust the file.",
  "too-many-nodes": "raise `limits.nodes` in the config if you trust the file.",
  "too-many-aliases": "raise `limits.aliases` in the config if you trust the file.",
  "too-many-files": "raise `limits.files` in the config if you trust the spec.",
  "too-many-refs": "raise `limits.refs` in the config if you trust the spec.",
  "too-slow": "raise `limits.time` in the config if you trust the spec.",
  "ref-missing": "correct the `$ref`, or add what it names.",
  "ref-remote": "put a copy of it into the repository and refer to that: errlock never uses the network.",
  "ref-outside":
    "move the file into the root, or choose a wider one with --root: nothing outside of it is read.",
  "ref-malformed": "write the `$ref` as `#/pointer` or `path/from/this/file.yaml#/pointer`, with `/`.",
} as const;

export type SpecProblemCode = keyof typeof specProblems;

/** A limit of the spec: whichever of its files exceeds it, the spec cannot be judged. */
export function isLimit({ code }: Problem): boolean {
  return code.startsWith("too-");
}

/** A problem of a whole file. */
export function specProblem(
  code: SpecProblemCode,
  file: string,
  message: string,
  options?: { cause?: unknown },
): Problem {
  return new Problem(code, message, specProblems[code], { file }, options);
}

/** A problem at an offset of a file's text; `length` is what of the line to mark. */
export function problemAt(
  code: SpecProblemCode,
  file: string,
  text: string,
  offset: number,
  message: string,
  options?: { cause?: unknown; length?: number },
): Problem {
  const { line, column } = new Lines(text).at(offset);
  const location = {
    file,
    pointer: "#",
    line,
    column,
    endLine: line,
    endColumn: column + (options?.length ?? 1),
  };
  return new Problem(code, message, specProblems[code], location, options);
}
